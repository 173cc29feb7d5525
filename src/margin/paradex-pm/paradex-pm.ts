import { constant, denseAffine, type Formula, max, scale, sum } from '../../formula/index.js';
import { lineValue, type VenueLine, yearsToExpiry } from '../venue-lines/index.js';
import type { VenueRequirement } from '../venue-requirement.js';
import { minimumDelta } from './minimum-delta.js';
import type { ParadexValues } from './paradex-values.js';
import { type ParadexBook, scanRisk } from './scan-risk.js';

/** What `paradex-pm` is built from. */
export interface ParadexInputs {
  readonly asOfMs: number;
  /** Spot price by underlying. */
  readonly spots: Readonly<Record<string, number>>;
  readonly lines: readonly VenueLine[];
  /** Provisions for eight hours of funding and for fees, in quote currency; they are the venue's, 0 where absent. */
  readonly provisions?: { readonly funding?: number; readonly fees?: number };
}

/**
 * Paradex's portfolio margin in quote currency:
 *
 * ```
 * initial     = net + funding provision + fee provision
 * maintenance = maintenanceFactor x net + the same provisions
 * net         = sum over underlyings of max(SCAN, MinDelta)
 * ```
 *
 * Underlyings are added, none offsets another (the page speaks of one). Convex throughout. Components: `UNDERLYING SCAN`,
 * `MinDelta`, `net delta`, `gross delta`, and `net requirement`.
 *
 * SOURCE: docs.paradex.trade/risk/portfolio-margin. `confidence: model`: the page has one example, of MinDelta.
 *
 * @throws RangeError when a line's underlying has no spot price
 */
export function paradexPm(inputs: ParadexInputs, values: ParadexValues): VenueRequirement {
  const { lines, asOfMs, provisions = {} } = inputs;
  const books = booksOf(inputs).map((book) => ({
    book,
    ...scanRisk(book, values),
    minimum: minimumDelta(book, values),
  }));
  const net = sum(
    'net requirement',
    books.map(({ book, scan, minimum }) => max(`${book.underlying} requirement`, [scan, minimum.requirement])),
  );
  const added = [constant('funding', provisions.funding ?? 0), constant('fees', provisions.fees ?? 0)];
  const components: Record<string, Formula> = { 'net requirement': net };
  for (const { book, scan, minimum } of books) {
    components[`${book.underlying} SCAN`] = scan;
    components[`${book.underlying} MinDelta`] = minimum.requirement;
    components[`${book.underlying} net delta`] = minimum.netDelta;
    components[`${book.underlying} gross delta`] = minimum.grossDelta;
  }
  return {
    initial: sum('initial margin', [net, ...added]),
    maintenance: sum('maintenance margin', [scale('maintenance', values.maintenanceFactor, net), ...added]),
    value: denseAffine(
      'value',
      Float64Array.from(lines, (line) => lineValue(line, yearsToExpiry(line, asOfMs), 'quote')),
    ),
    scenarios: books.flatMap(({ scenarios }) => scenarios),
    components,
    confidence: 'model',
  };
}

function booksOf({ lines, spots, asOfMs }: ParadexInputs): ParadexBook[] {
  return [...new Set(lines.map(({ underlying }) => underlying))].map((underlying) => {
    const spot = spots[underlying];
    if (spot === undefined) throw new RangeError(`'${underlying}' has no spot price`);
    const columns = lines.flatMap((line, column) => (line.underlying === underlying ? [column] : []));
    return { underlying, spot, asOfMs, lines, columns };
  });
}
