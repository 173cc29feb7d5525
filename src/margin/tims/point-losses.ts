import { type Affine, type Formula, max, negated, scale, sparseAffine, sum } from '../../formula/index.js';
import type { TimsPortfolio, TimsProduct } from './grouping.js';

/** What each class group loses at each valuation point: `lossesOf(name)[k]`, over quantities. */
export type ClassLosses = (className: string) => readonly Affine[];

/**
 * What a portfolio group loses at valuation point k: losses of its product groups in full, gains at the group's offset;
 * in a product group the same of its class groups. Points are matched by index where ranges differ.
 *
 * Convex while offsets are at most 1: max(loss, offset x loss).
 *
 * SOURCE: OCC, customer portfolio margin (`a certain percentage of a class group's net profit offsets the net loss of the
 * other class groups at each underlying price point`).
 */
export function pointLoss(portfolio: TimsPortfolio, losses: ClassLosses, k: number, name: string): Formula {
  const [first, ...others] = portfolio.products;
  // Alone, a gain has nothing to offset, and is told in full. Whether lines of other groups are held must not matter.
  if (others.length === 0) return { ...productLoss(first!, losses, k, first!.classes.length > 1), name };
  const products = portfolio.products.map((product) => productLoss(product, losses, k, true));
  return withOffset(name, products, portfolio.offset);
}

function productLoss(product: TimsProduct, losses: ClassLosses, k: number, offsets: boolean): Formula {
  const classes = product.classes.map(({ name }) => losses(name)[k]!);
  return offsets ? withOffset(product.name, classes, product.offset) : classes[0]!;
}

function withOffset(name: string, members: readonly Formula[], offset: number): Formula {
  const parts = members.map((loss) => max(loss.name, [loss, scale('part of a gain that offsets', offset, loss)]));
  return parts.length === 1 ? { ...parts[0]!, name } : sum(name, parts);
}

/** The loss of some columns: minus their profits, those of zero left out. */
export function lossOf(name: string, columns: readonly number[], profitOf: (column: number) => number): Affine {
  const counted = columns.map((column) => [column, profitOf(column)] as const).filter(([, profit]) => profit !== 0);
  const profit = sparseAffine(
    name,
    counted.map(([column]) => column),
    counted.map(([, amount]) => amount),
  );
  return negated(name, profit);
}
