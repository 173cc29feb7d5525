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
  const products = portfolio.products.map((product) => productLoss(product, losses, k));
  return withOffset(name, products, portfolio.offset);
}

function productLoss(product: TimsProduct, losses: ClassLosses, k: number): Formula {
  return withOffset(
    product.name,
    product.classes.map(({ name }) => losses(name)[k]!),
    product.offset,
  );
}

function withOffset(name: string, members: readonly Formula[], offset: number): Formula {
  if (members.length === 1) return { ...members[0]!, name };
  return sum(
    name,
    members.map((loss) => max(loss.name, [loss, scale('part of a gain that offsets', offset, loss)])),
  );
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
