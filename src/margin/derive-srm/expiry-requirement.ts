import {
  type Affine,
  constant,
  type Formula,
  max,
  min,
  negated,
  positivePart,
  scale,
  sparseAffine,
  sum,
} from '../../formula/index.js';
import { contractPrices, type ExpiryLines, expirySum, shockedForward } from '../derive/expiry-lines.js';
import { isolatedRates } from './isolated-rates.js';
import type { SrmFigures } from './srm-values.js';

export interface ExpiryRequirement {
  readonly initial: Formula;
  readonly maintenance: Formula;
}

/**
 * What the options of one expiry need beyond their value: the smaller of two requirements, each convex by itself. Not
 * convex together: a `min` node.
 *
 * - isolated: every short by itself; longs count for nothing.
 * - maximal loss: the worst settlement at zero or any strike, plus a charge on calls short beyond those long.
 *
 * Every strike of the lines is looked at, held or not. A strike that nothing is held of can only raise the second
 * requirement, so leave lines of quantity zero out to price a book as the venue does.
 *
 * SOURCE: derivexyz/v2-core, StandardManager.sol, _calcNetBasicMarginSingleExpiry.
 */
export function expiryRequirement(expiry: ExpiryLines, spot: number, figures: SrmFigures): ExpiryRequirement {
  const prices = contractPrices(expiry, 1);
  const value = expirySum(`value of ${expiry.name}`, expiry, prices);
  const rates = expiry.columns.map((_, k) =>
    isolatedRates(expiry.rights[k]!, expiry.strikes[k]!, prices[k]!, spot, figures),
  );
  const worstSettlement = settlementLoss(expiry);
  const requirement = (kind: 'initial' | 'maintenance', unpairedScale: number): Formula => {
    const shorts = rates.map((rate, k) =>
      scale(`short ${nameOf(expiry, k)}`, rate[kind], positivePart('contracts short', short(expiry, k))),
    );
    return min(expiry.name, [
      sum('isolated', [value, ...shorts]),
      sum('maximal loss', [value, worstSettlement, unpairedCalls(expiry, unpairedScale)]),
    ]);
  };
  return {
    initial: requirement('initial', figures.unpairedInitial),
    maintenance: requirement('maintenance', figures.unpairedMaintenance),
  };
}

/** Contracts short in the expiry, no long netted. */
export function shortContracts(expiry: ExpiryLines): Formula {
  const parts = expiry.columns.map((_, k) => positivePart(nameOf(expiry, k), short(expiry, k)));
  return sum(`contracts short of ${expiry.name}`, parts);
}

function nameOf(expiry: ExpiryLines, k: number): string {
  return `${expiry.name} ${expiry.strikes[k]} ${expiry.rights[k]}`;
}

function short(expiry: ExpiryLines, k: number): Affine {
  return sparseAffine('minus the quantity', [expiry.columns[k]!], [-1]);
}

function settlementLoss(expiry: ExpiryLines): Formula {
  const prices = [...new Set([0, ...expiry.strikes])].sort((a, b) => a - b);
  const losses = prices.map((price) => {
    const payoff = expiry.strikes.map((strike, k) =>
      Math.max(0, expiry.rights[k] === 'C' ? price - strike : strike - price),
    );
    return negated(`settled at ${price}`, expirySum('payoff', expiry, payoff));
  });
  return max('worst settlement', [...losses, constant('no loss', 0)]);
}

function unpairedCalls(expiry: ExpiryLines, unpairedScale: number): Formula {
  const perContract = expiry.strikes.map((_, k) => (expiry.rights[k] === 'C' ? -1 : 0));
  const netShort = positivePart('calls short net', expirySum('minus net calls', expiry, perContract));
  return scale('unpaired calls', unpairedScale * shockedForward(expiry, 1), netShort);
}
