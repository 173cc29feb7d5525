import { type Affine, sparseAffine } from '../../formula/index.js';
import { lineGreeks, type ValuedInstrument } from '../../scenario/index.js';

/** Moves of one standard deviation over the horizon: of a price and of its volatility, as fractions. */
export interface FactorSizes {
  readonly price: number;
  readonly volatility: number;
}

/** What a book gains from one underlying's price and volatility, in money per standard deviation and per square of it. */
export interface FactorExposures {
  readonly price: Affine;
  readonly volatility: Affine;
  readonly gamma: Affine;
  readonly vanna: Affine;
  readonly volga: Affine;
}

const POINTS = 100;

/**
 * The sensitivities of all lines of an underlying, each line's greeks in money times the sizes of the moves. The volatility
 * factor is a relative move of all of the underlying's volatilities alike.
 */
export function factorExposures(
  underlying: string,
  lines: readonly ValuedInstrument[],
  { price, volatility }: FactorSizes,
): FactorExposures {
  const own = [...lines.keys()].filter((j) => lines[j]!.instrument.underlying === underlying && !lines[j]!.expired);
  const over = (name: string, of: (line: ValuedInstrument) => number): Affine => {
    const amounts = own.map((j) => of(lines[j]!));
    const used = own.filter((_, k) => amounts[k] !== 0);
    return sparseAffine(
      name,
      used,
      amounts.filter((amount) => amount !== 0),
    );
  };
  const points = (line: ValuedInstrument): number => (line.volatility ?? 0) * POINTS * volatility;
  // A greek in units of the underlying, in money: the notional of one contract over its units.
  const level = ({ notional, instrument }: ValuedInstrument): number => notional / instrument.multiplier;
  return {
    price: over(`${underlying} price`, (line) => lineGreeks(line).deltaCash * price),
    volatility: over(`${underlying} volatility`, (line) => lineGreeks(line).vega * points(line)),
    gamma: over(`${underlying} gamma`, (line) => lineGreeks(line).gammaCash * POINTS * price * price),
    vanna: over(`${underlying} vanna`, (line) =>
      line.volatility === null ? 0 : lineGreeks(line).vanna * level(line) * points(line) * price,
    ),
    volga: over(`${underlying} volga`, (line) => lineGreeks(line).volga * points(line) ** 2),
  };
}
