import { denseAffine, type Formula, scale, sum } from '../../formula/index.js';
import { lineValue, type VenueLine, yearsToExpiry } from '../venue-lines/index.js';
import type { VenueRequirement } from '../venue-requirement.js';
import { contingencies } from './contingencies.js';
import type { Pm1Book } from './pm1-book.js';
import type { Pm1Values } from './pm1-values.js';
import { priceScan } from './price-scan.js';

/** What `pm1` is built from. */
export interface Pm1Inputs {
  readonly asOfMs: number;
  /** Quote currency per unit, by underlying. */
  readonly indexes: Readonly<Record<string, number>>;
  readonly lines: readonly VenueLine[];
}

/**
 * Deribit's former portfolio margin and the models made after it, one rule book with the figures of each venue:
 *
 * ```
 * maintenance = sum over underlyings of worst scenario + option, futures and vega contingency
 * initial     = initialFactor x maintenance
 * ```
 *
 * Underlyings are added. In `coin` there is one underlying. Convex unless offsetting futures or vega are charged.
 * Components: `UNDERLYING worst scenario`, `option contingency`, `futures contingency`, `vega contingency`.
 *
 * SOURCE: as named in each parameter set. `confidence: verified` for books without options where the set says so.
 *
 * @throws RangeError when a line's underlying has no index, or a book in coin has several underlyings
 */
export function pm1(inputs: Pm1Inputs, values: Pm1Values): VenueRequirement {
  const { lines, asOfMs } = inputs;
  const books = booksOf(inputs, values);
  const components: Record<string, Formula> = {};
  const parts = books.map((book) => {
    const { worst, scenarios } = priceScan(book, values);
    const { options, futures, vega } = contingencies(book, values);
    for (const part of [worst, options, futures, vega]) components[part.name] = part;
    return { margin: sum(`${book.underlying} margin`, [worst, options, futures, vega]), scenarios };
  });
  const maintenance = sum(
    'maintenance margin',
    parts.map(({ margin }) => margin),
  );
  const isVerified = values.verifiedDeltaOne > 0 && lines.every(({ option }) => option === null);
  return {
    initial: scale('initial margin', values.initialFactor, maintenance),
    maintenance,
    value: denseAffine(
      'value',
      Float64Array.from(lines, (line) => lineValue(line, yearsToExpiry(line, asOfMs), values.money)),
    ),
    scenarios: parts.flatMap(({ scenarios }) => scenarios),
    components,
    confidence: isVerified ? 'verified' : 'model',
  };
}

function booksOf({ lines, indexes, asOfMs }: Pm1Inputs, { money }: Pm1Values): Pm1Book[] {
  const underlyings = [...new Set(lines.map(({ underlying }) => underlying))];
  if (money === 'coin' && underlyings.length > 1) {
    throw new RangeError(`a book in coin has one underlying, not ${underlyings.join(', ')}`);
  }
  return underlyings.map((underlying) => {
    const index = indexes[underlying];
    if (index === undefined) throw new RangeError(`'${underlying}' has no index`);
    const columns = lines.flatMap((line, column) => (line.underlying === underlying ? [column] : []));
    return { underlying, index, asOfMs, lines, columns };
  });
}
