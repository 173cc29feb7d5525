import { type Formula, max, sparseAffine, sum } from '../../formula/index.js';

/** An option's column and money per contract: of its multiplier, and of its mark. */
export interface MinimumLine {
  readonly name: string;
  readonly column: number;
  /** Reporting currency for one unit of price: multiplier x rate. */
  readonly moneyPerPrice: number;
  /** Reporting currency for one contract. */
  readonly markValue: number;
}

/**
 * The minimum of options: so many dollars per unit of the multiplier for every contract, long and short alike; a long
 * option is never charged above its market value.
 *
 * SOURCE: FINRA Rule 4210(g): $.375 times the multiplier for each contract, not above market value for long options.
 */
export function minimumCharge(name: string, options: readonly MinimumLine[], perUnit: number): Formula {
  return sum(
    name,
    options.map((option) => {
      const short = perUnit * option.moneyPerPrice;
      const long = Math.min(short, Math.max(0, option.markValue));
      return max(option.name, [
        sparseAffine('long', [option.column], [long]),
        sparseAffine('short', [option.column], [-short]),
      ]);
    }),
  );
}
