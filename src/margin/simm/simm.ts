import type { Crif, CrifAddOn, CrifFactor } from '../../domain/index.js';
import { addOnMargin } from './add-on-margin.js';
import { isSelected, netSensitivities, type SimmSelection } from './net-sensitivities.js';
import { productMargin } from './product-margin.js';
import { simmLayout } from './simm-layout.js';
import type { SimmNode } from './simm-node.js';
import type { SimmTerms } from './simm-terms.js';

/** A book as SIMM sees it: net sensitivities in USD, one per factor, and what is added. */
export interface SimmBook {
  readonly factors: readonly CrifFactor[];
  readonly net: Float64Array;
  readonly addOns: readonly CrifAddOn[];
}

/** The rows of a file that count, netted. */
export function simmBook(crif: Crif, selection: SimmSelection): SimmBook {
  return {
    factors: crif.factors,
    net: netSensitivities(crif, selection),
    addOns: crif.addOns.filter(({ source }) => isSelected(crif.sources[source]!, selection)),
  };
}

/**
 * ISDA SIMM of a book in USD, exactly, as a tree: total -> product class -> risk class -> measure -> bucket, and the
 * add-ons. Product classes do not offset each other.
 *
 * SOURCE: ISDA SIMM methodology, versions 2.2 to 2.8.
 *
 * @throws RangeError for a factor whose bucket or tenor the calibration does not know
 */
export function simm(book: SimmBook, terms: SimmTerms): SimmNode {
  const products = simmLayout(book.factors, terms).map((product) => productMargin(product, book.net, terms.values));
  const children = book.addOns.length === 0 ? products : [...products, addOnMargin(book.addOns, products)];
  const amount = children.reduce((total, child) => total + child.amount, 0);
  return { level: 'total', name: 'SIMM', amount, children };
}
