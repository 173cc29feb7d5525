import type { AmericanOption } from './american-option.js';
import type { AmericanAccuracy } from './american-schemes.js';
import { americanValuer } from './american-valuer.js';

/**
 * Prices one American option in many scenarios: `out[offset + s]` is its price at `option.spot * spotFactors[s]` with
 * the volatility `volatilities[s]`. The exercise boundary depends on the volatility only, so it is solved once for
 * each different one. For an option on a future, the spot is the forward and the yield the rate.
 *
 * The figure of the unchanged market belongs to the same call (factor 1, unchanged volatility), so that profit and
 * loss is a difference of two prices of equal accuracy.
 *
 * @throws RangeError when the lengths differ, `out` is too short, or a term is unusable (see `americanValuer`).
 */
export function americanScenarios(
  out: Float64Array,
  offset: number,
  option: Omit<AmericanOption, 'volatility'>,
  spotFactors: Float64Array,
  volatilities: Float64Array,
  accuracy: AmericanAccuracy = 'standard',
): void {
  const count = spotFactors.length;
  if (volatilities.length !== count || offset < 0 || offset + count > out.length) {
    throw new RangeError(`${count} spots, ${volatilities.length} volatilities, ${out.length - offset} places for them`);
  }
  const valuers = new Map<number, (spot: number) => number>();
  for (let s = 0; s < count; s++) {
    const volatility = volatilities[s]!;
    let valuer = valuers.get(volatility);
    if (valuer === undefined) {
      valuer = americanValuer({ ...option, volatility }, accuracy);
      valuers.set(volatility, valuer);
    }
    out[offset + s] = valuer(option.spot * spotFactors[s]!);
  }
}
