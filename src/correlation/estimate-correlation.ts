import type { CorrelationMatrix, PriceHistory } from '../domain/index.js';
import { correlationOfPairs, variance } from '../math/statistics.js';

export interface EstimateOptions {
  /** Which underlyings, in the order of the matrix; default: every series of the history in its order. */
  readonly names?: readonly string[] | undefined;
  /** Prices after this ISO date are not looked at. */
  readonly asOf?: string | undefined;
  /**
   * `pairwise` (default): each pair uses every date that both have, so that one short column does not cost the others
   * their history; the matrix may then fail to be positive semidefinite. `common`: only dates that all have.
   */
  readonly dates?: 'pairwise' | 'common' | undefined;
  /** A pair with fewer returns than this gets no estimate; default 20. */
  readonly minimumReturns?: number | undefined;
}

/** A pair whose correlation the prices do not determine. */
export interface UndeterminedPair {
  readonly a: string;
  readonly b: string;
  readonly observations: number;
  /** `constant`: one of the two prices never moves on the common dates. */
  readonly reason: 'tooFewReturns' | 'constant';
}

export interface CorrelationEstimate {
  /** Undetermined pairs hold 0; whoever uses the matrix must first have told the user of `undetermined`. */
  readonly matrix: CorrelationMatrix;
  /** Returns used per pair, row-major; on the diagonal, the underlying's own. */
  readonly observations: Int32Array;
  readonly undetermined: readonly UndeterminedPair[];
}

/**
 * Pearson correlations of log returns, each return between two successive dates on which *both* prices are known, so
 * that a gap in one column spans the same days in the other. A price that is not positive counts as a blank.
 *
 * @throws RangeError when a name has no series in the history.
 */
export function estimateCorrelation(history: PriceHistory, options: EstimateOptions = {}): CorrelationEstimate {
  const names = options.names ?? [...history.series.keys()];
  const minimumReturns = Math.max(2, options.minimumReturns ?? 20);
  const columns = knownPrices(history, names, options);
  const n = names.length;
  const values = new Float64Array(n * n);
  const observations = new Int32Array(n * n);
  const undetermined: UndeterminedPair[] = [];
  for (let i = 0; i < n; i++) {
    values[i * n + i] = 1;
    observations[i * n + i] = pairStatistics(columns[i]!, columns[i]!).returns;
    for (let j = i + 1; j < n; j++) {
      const { returns, correlation } = pairStatistics(columns[i]!, columns[j]!);
      observations[i * n + j] = returns;
      observations[j * n + i] = returns;
      const reason = returns < minimumReturns ? 'tooFewReturns' : Number.isNaN(correlation) ? 'constant' : null;
      if (reason !== null) {
        undetermined.push({ a: names[i]!, b: names[j]!, observations: returns, reason });
        continue;
      }
      values[i * n + j] = correlation;
      values[j * n + i] = correlation;
    }
  }
  return { matrix: { names, values }, observations, undetermined };
}

/** A daily volatility below this is rounding, not movement (a price that grows by the same factor every day). */
const NO_MOVE = 1e-12;

/** Log prices up to `asOf`, NaN where blank; with `common` dates, NaN for all wherever one is blank. */
function knownPrices(history: PriceHistory, names: readonly string[], options: EstimateOptions): Float64Array[] {
  const { asOf } = options;
  const end = asOf === undefined ? history.dates.length : history.dates.filter((date) => date <= asOf).length;
  const columns = names.map((name) => {
    const prices = history.series.get(name);
    if (prices === undefined) throw new RangeError(`the price history has no series ${name}`);
    return prices.slice(0, end).map((price) => (price > 0 && Number.isFinite(price) ? Math.log(price) : Number.NaN));
  });
  if (options.dates === 'common') {
    for (let t = 0; t < end; t++) {
      if (columns.every((column) => !Number.isNaN(column[t]!))) continue;
      for (const column of columns) column[t] = Number.NaN;
    }
  }
  return columns;
}

/** Returns counted and their Pearson correlation, NaN when a price does not move. */
function pairStatistics(a: Float64Array, b: Float64Array): { returns: number; correlation: number } {
  const returnsA: number[] = [];
  const returnsB: number[] = [];
  let previous = -1;
  for (let t = 0; t < a.length; t++) {
    if (Number.isNaN(a[t]!) || Number.isNaN(b[t]!)) continue;
    if (previous >= 0) {
      returnsA.push(a[t]! - a[previous]!);
      returnsB.push(b[t]! - b[previous]!);
    }
    previous = t;
  }
  const moves = Math.min(variance(returnsA), variance(returnsB)) > NO_MOVE ** 2;
  const outcome = correlationOfPairs(returnsA, returnsB);
  const correlation = moves && outcome.status === 'ok' ? outcome.correlation : Number.NaN;
  return { returns: returnsA.length, correlation };
}
