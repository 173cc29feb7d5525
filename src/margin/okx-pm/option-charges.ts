import { absolute, constant, type Formula, negated, positivePart, scale, sum } from '../../formula/index.js';
import { columnGroups, columnSum, expiryKey, lineValue, venueGreeks, yearsToExpiry } from '../venue-lines/index.js';
import type { OkxValues } from './okx-values.js';
import type { UnitBook } from './unit-book.js';

const HOURS_PER_YEAR = 365 * 24;

/** MR2, MR3 and MR5 of a unit. */
export interface OptionCharges {
  readonly theta: Formula;
  readonly vegaTerm: Formula;
  readonly rates: Formula;
}

/**
 * The three charges on options of which OKX publishes names and inputs but neither formula nor figures. All are convex,
 * take their figures from the parameters, and are 0 by default:
 *
 * ```
 * MR2 theta = thetaCharge x max(0, value lost over thetaHours, nothing else moving)
 * MR3 vega  = vegaTermCharge x sum over expiries of |vega per point|
 * MR5 rates = rateMove x sum over expiries of |rho|
 * ```
 *
 * SOURCE: OKX, portfolio margin mode (names and inputs); the forms are margo's.
 */
export function optionCharges(book: UnitBook, values: OkxValues): OptionCharges {
  const { unit, lines, columns, asOfMs } = book;
  const options = columns.filter((column) => lines[column]!.option !== null);
  const name = (charge: string): string => `${unit.underlying} ${charge}`;
  if (options.length === 0) {
    return { theta: constant(name('MR2'), 0), vegaTerm: constant(name('MR3'), 0), rates: constant(name('MR5'), 0) };
  }
  const decay = columnSum('time value', lines, options, (line) => {
    const { right, strike, volatility } = line.option!;
    // Without the venue's mark, which would stand still.
    const own = { ...line, option: { right, strike, volatility } };
    const years = yearsToExpiry(line, asOfMs);
    const aged = Math.max(0, years - values.thetaHours / HOURS_PER_YEAR);
    return lineValue(own, aged, 'quote') - lineValue(own, years, 'quote');
  });
  const perExpiry = (charge: string, greek: 'vega' | 'rho', rate: number): Formula => {
    const groups = columnGroups(lines, (line) =>
      line.underlying === unit.underlying && line.option !== null ? expiryKey(line) : null,
    );
    const parts = [...groups].map(([expiry, own]) => {
      const amount = columnSum(expiry, lines, own, (line) => venueGreeks(line, yearsToExpiry(line, asOfMs))[greek]);
      return absolute(`${greek} ${expiry}`, amount);
    });
    return scale(name(charge), rate, sum(greek, parts));
  };
  return {
    theta: scale(name('MR2'), values.thetaCharge, positivePart('decay', negated('value lost', decay))),
    vegaTerm: perExpiry('MR3', 'vega', values.vegaTermCharge),
    rates: perExpiry('MR5', 'rho', values.rateMove),
  };
}
