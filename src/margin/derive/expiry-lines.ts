import type { OptionRight } from '../../domain/index.js';
import { type Affine, sparseAffine } from '../../formula/index.js';
import type { OptionLine } from './derive-line.js';
import { groupBy } from './group-by.js';
import { standardPrice } from './standard-price.js';
import { yearFraction } from './year-fraction.js';

/** A forward in the half hour before settlement is partly fixed: only the variable part follows the spot. */
export interface ForwardParts {
  readonly fixed: number;
  readonly variable: number;
}

/** What the feeds say of an expiry, as pricing needs it. */
export interface ExpiryMarket {
  readonly name: string;
  readonly secondsToExpiry: number;
  readonly forward: ForwardParts;
  /** Value today of a dollar at expiry; 1 where the model does not discount. */
  readonly discount: number;
}

/** The options of one expiry, as parallel arrays. */
export interface ExpiryLines extends ExpiryMarket {
  readonly years: number;
  readonly columns: readonly number[];
  readonly rights: readonly OptionRight[];
  readonly strikes: Float64Array;
  readonly volatilities: Float64Array;
}

/** An option with its column and the volatility that the feed or the line itself gives it. */
export interface PlacedOption {
  readonly column: number;
  readonly line: OptionLine;
  readonly volatility: number;
}

/** Options of one expiry together, in order of their first appearance. `marketOf` is asked once per expiry. */
export function groupByExpiry(
  options: readonly PlacedOption[],
  marketOf: (secondsToExpiry: number) => ExpiryMarket,
): ExpiryLines[] {
  const groups = groupBy(options, ({ line }) => line.secondsToExpiry);
  return [...groups].map(([secondsToExpiry, members]) => ({
    ...marketOf(secondsToExpiry),
    years: yearFraction(secondsToExpiry),
    columns: members.map(({ column }) => column),
    rights: members.map(({ line }) => line.right),
    strikes: Float64Array.from(members, ({ line }) => line.strike),
    volatilities: Float64Array.from(members, ({ volatility }) => volatility),
  }));
}

/** The forward after the spot has moved by the factor `spotShock`. */
export function shockedForward(expiry: ExpiryMarket, spotShock: number): number {
  return expiry.forward.variable * spotShock + expiry.forward.fixed;
}

/** Price of one contract of every option of the expiry, in dollars. `volatility` shocks the k-th option's. */
export function contractPrices(
  expiry: ExpiryLines,
  spotShock: number,
  volatility: (sigma: number, k: number) => number = (sigma) => sigma,
): Float64Array {
  const forward = shockedForward(expiry, spotShock);
  const rootTime = Math.sqrt(expiry.years);
  return Float64Array.from(expiry.volatilities, (sigma, k) =>
    standardPrice(expiry.rights[k]!, forward, expiry.strikes[k]!, volatility(sigma, k) * rootTime, expiry.discount),
  );
}

/** Sum of a figure per contract over the options of the expiry. */
export function expirySum(name: string, expiry: ExpiryLines, perContract: Float64Array): Affine {
  return sparseAffine(name, expiry.columns, [...perContract]);
}
