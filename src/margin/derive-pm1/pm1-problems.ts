import { type DeriveProblem, figureProblems, lineProblems } from '../derive/derive-problem.js';
import { spotProblems } from '../derive/spot-problems.js';
import type { Pm1ExpiryFeed, Pm1Line, Pm1Snapshot } from './pm1-snapshot.js';
import type { Pm1Values } from './pm1-values.js';

const MOVES: readonly string[] = ['up', 'down', 'none'];

/** Everything in lines, feeds and figures that PMRM cannot work with; empty when `derivePm1` will not throw. */
export function pm1Problems(lines: readonly Pm1Line[], snapshot: Pm1Snapshot, values: Pm1Values): DeriveProblem[] {
  const { stablePrice, expiries } = snapshot;
  const feeds = new Map(expiries.map(({ secondsToExpiry }) => [secondsToExpiry, { hasCurve: false }]));
  return [
    ...lineProblems(lines, feeds),
    ...spotProblems('feeds', snapshot, lines),
    ...figureProblems('feeds', { stablePrice }, 'only be positive'),
    ...expiries.flatMap(feedProblems),
    ...scenarioProblems(values.scenarios),
    ...figureProblems('figures', amountsOf(values), 'not be negative'),
  ];
}

function feedProblems(feed: Pm1ExpiryFeed): DeriveProblem[] {
  const { name, forward, forwardConfidence, rate, rateConfidence, volatilityConfidence, secondsToExpiry } = feed;
  return [
    ...figureProblems(name, { forward: forward.fixed + forward.variable }, 'only be positive'),
    ...figureProblems(name, { forwardConfidence, rateConfidence, volatilityConfidence }, 'not be negative'),
    ...figureProblems(name, { rate, secondsToExpiry }, 'be any number'),
  ];
}

function amountsOf({ scenarios: _scenarios, ...amounts }: Pm1Values): Readonly<Record<string, number>> {
  return amounts;
}

function scenarioProblems(scenarios: Pm1Values['scenarios']): DeriveProblem[] {
  if (scenarios.length === 0) return [{ subject: 'scenarios', problem: 'none' }];
  return scenarios.flatMap(({ spotShock, volatility }) => [
    ...figureProblems('scenarios', { spotShock }, 'not be negative'),
    ...(MOVES.includes(volatility)
      ? []
      : [{ subject: 'scenarios', problem: `an unknown volatility move '${volatility}'` }]),
  ]);
}
