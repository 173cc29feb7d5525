import {
  type Affine,
  absolute,
  constant,
  type Formula,
  max,
  min,
  negated,
  scale,
  sparseAffine,
  sum,
} from '../../formula/index.js';
import { netDelta } from './net-delta.js';
import type { PairBook, PmeBook } from './pair-loss.js';

/** Chords that stand for the parabola between threshold and cap: at most 0.1 % of the capped shock too much. */
const CHORDS = 16;

/**
 * The charge for a delta too large to be closed at once. UNCONFIRMED: no outside number shows it, and the unit of
 * `m_inc` is read so that the cap of 10 % is reached within a few thousand coins (0.1 / 0.00005 = 2,000 BTC).
 *
 * ```
 * shock = min(mInc x excess, maxDeltaShock) x |D|,   excess = max(0, |D| - threshold / index) in coins
 * |D|   = max(0, -rest - max(long, 0), rest + min(long, 0))
 * ```
 *
 * `long`: delta of long options; `rest`: delta of short options and futures. Long options may lower |D|, never raise it.
 * The parabola is replaced by chords, never below it. Mode `convex` puts |whole delta| for |D| and leaves out the cap.
 *
 * SOURCE: Deribit `public/pme/get_params` and the re-implementations of its model paper, in words.
 */
export function deltaShock(pairs: readonly PairBook[], book: PmeBook, mode: 'rule' | 'convex'): Formula {
  return sum(
    'delta shock',
    pairs.map((pair) => pairDeltaShock(pair, book, mode)),
  );
}

function pairDeltaShock(pair: PairBook, book: PmeBook, mode: 'rule' | 'convex'): Formula {
  const { maxDeltaShock, mInc, deltaTotalLiqShockThreshold } = pair.values;
  const name = `delta shock ${pair.underlying}`;
  if (mInc === 0 || maxDeltaShock === 0) return constant(name, 0);
  const size = mode === 'convex' ? absolute('|delta|', wholeDelta(pair, book)) : openDelta(pair, book);
  const threshold = deltaTotalLiqShockThreshold / pair.index;
  const parabola = max('rising shock', [constant('below threshold', 0), ...chords(size, threshold, pair)]);
  const shock =
    mode === 'convex' ? parabola : min('capped shock', [parabola, scale('largest shock', maxDeltaShock, size)]);
  return scale(name, book.money === 'coin' ? 1 : pair.index, shock);
}

/** mInc (D - t) D at equally spaced D from t to t + maxDeltaShock / mInc, joined by straight lines. */
function chords(size: Formula, threshold: number, pair: PairBook): Formula[] {
  const { maxDeltaShock, mInc } = pair.values;
  const step = maxDeltaShock / mInc / CHORDS;
  return Array.from({ length: CHORDS }, (_, k) => {
    const from = threshold + k * step;
    const to = from + step;
    const slope = mInc * (from + to - threshold);
    const atFrom = mInc * (from - threshold) * from;
    return sum(`chord ${k + 1}`, [scale('slope', slope, size), constant('offset', atFrom - slope * from)]);
  });
}

function wholeDelta(pair: PairBook, book: PmeBook): Affine {
  return deltaOf('delta', pair.columns, book);
}

function deltaOf(name: string, columns: readonly number[], book: PmeBook): Affine {
  return sparseAffine(
    name,
    columns,
    columns.map((column) => netDelta(book.lines[column]!, book.asOfMs)),
  );
}

/** |D|, from the parts of each option that are held long and short. */
function openDelta(pair: PairBook, book: PmeBook): Formula {
  const options = pair.columns.filter((column) => book.lines[column]!.option !== null);
  const whole = wholeDelta(pair, book);
  if (options.length === 0) return absolute('|delta|', whole);
  const futures = deltaOf(
    'futures',
    pair.columns.filter((column) => !options.includes(column)),
    book,
  );
  const shorts = options.map((column) => shortDelta(column, book));
  const rest = sum('rest', [futures, ...shorts.map(({ delta }) => delta)]);
  const minusRest = sum('minus rest', [negated('minus futures', futures), ...shorts.map(({ minus }) => minus)]);
  return max('|delta|', [
    constant('none', 0),
    min('short', [negated('minus delta', whole), minusRest]),
    min('long', [whole, rest]),
  ]);
}

/** Delta of one option line where it is short, and 0 where it is long; and its negative. */
function shortDelta(column: number, book: PmeBook): { delta: Formula; minus: Formula } {
  const own = deltaOf('delta', [column], book);
  const opposite = negated('minus delta', own);
  const none = constant('long', 0);
  const isCallLike = own.coefficients[0]! >= 0;
  return {
    delta: isCallLike ? min('short delta', [own, none]) : max('short delta', [own, none]),
    minus: isCallLike ? max('minus short delta', [opposite, none]) : min('minus short delta', [opposite, none]),
  };
}
