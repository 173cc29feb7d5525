import {
  hedgeBeta,
  hedgeEffectiveness,
  jointReturns,
  type StressedDates,
  stressedWindows,
} from '../../../correlation/index.js';
import { type Issue, makeIssue, type PriceHistory } from '../../../domain/index.js';
import type { HedgeLine } from '../../../schema/correlate/correlate-hedges.js';
import type { UntestedHedge } from './hedge-lines.js';

/** Windows of each kind. */
const MOST_WINDOWS = 3;

export interface HedgeTests {
  readonly windows: readonly StressedDates[];
  readonly hedges: readonly HedgeLine[];
  readonly issues: readonly Issue[];
}

export interface TestTerms {
  readonly prices: PriceHistory | null;
  /** ISO date after which prices are not looked at. */
  readonly asOf: string;
  readonly days: number;
  readonly threshold: number;
}

/**
 * Hedges tried on past prices: over all dates, and in the windows in which the book (as it is today, taken as linear) would have
 * lost most and in which its underlyings moved most. The amount of the hedge is the one that does best over all dates.
 */
export function testedHedges(
  hedges: readonly UntestedHedge[],
  exposures: ReadonlyMap<string, number>,
  { prices, asOf, days, threshold }: TestTerms,
): HedgeTests {
  const untested = (detail: string): HedgeTests => ({
    windows: [],
    hedges: hedges.map((hedge) => {
      const verdict = hedge.underlying === hedge.instrumentUnderlying ? OWN : UNTESTED.verdict;
      return { ...hedge, ...UNTESTED, verdict };
    }),
    issues: [makeIssue('COR_NO_STRESSED_WINDOWS', { detail })],
  });
  if (prices === null) return untested('no prices were given');
  const priced = [...exposures.keys()].filter((name) => prices.series.has(name));
  if (priced.length === 0) return untested('no underlying of the book has prices');
  const returns = jointReturns(prices, priced, asOf);
  if (returns.dates.length < 2 * days) {
    return untested(`${returns.dates.length} returns that all have, and windows take ${days}`);
  }
  const money = priced.map((name) => exposures.get(name)!);
  const windows = stressedWindows(returns, money, { days, most: MOST_WINDOWS });
  const tested = hedges.map((hedge) => ({ ...hedge, ...testOf(hedge, prices, asOf, windows, threshold) }));
  return { windows, hedges: tested, issues: [] };
}

type Test = Pick<HedgeLine, 'sampleCorrelation' | 'effectiveness' | 'windows' | 'verdict'>;

/** The same underlying: there is nothing between the two that could fail. */
const OWN = 'own';

const UNTESTED: Test = { sampleCorrelation: null, effectiveness: null, windows: [], verdict: 'untested' };

function testOf(
  { underlying, instrumentUnderlying }: UntestedHedge,
  prices: PriceHistory,
  asOf: string,
  windows: readonly StressedDates[],
  threshold: number,
): Test {
  if (underlying === instrumentUnderlying) return { ...UNTESTED, verdict: OWN };
  const known = prices.series.has(underlying) && prices.series.has(instrumentUnderlying);
  if (!known) return UNTESTED;
  const returns = jointReturns(prices, [underlying, instrumentUnderlying], asOf);
  const beta = hedgeBeta(returns);
  const all = beta === null ? null : hedgeEffectiveness(returns, beta);
  if (beta === null || all === null) return UNTESTED;
  const inWindows = windows.map(({ from, to }) => {
    const found = hedgeEffectiveness(returns, beta, { from, to });
    const { correlation = null, effectiveness = null, hedged = null } = found ?? {};
    return { from, to, correlation, effectiveness, left: hedged === null ? null : hedged / all.unhedged };
  });
  // Of a window in which next to nothing moved a hedge can leave everything, and no harm is done.
  const failed = inWindows.some(
    ({ effectiveness, left }) =>
      effectiveness !== null && left !== null && effectiveness < threshold && left > 1 - threshold,
  );
  const verdict = all.effectiveness < threshold ? 'weak' : failed ? 'failed' : 'holds';
  return { sampleCorrelation: all.correlation, effectiveness: all.effectiveness, windows: inWindows, verdict };
}
