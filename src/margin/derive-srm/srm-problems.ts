import { type DeriveProblem, figureProblems, lineProblems } from '../derive/derive-problem.js';
import { spotProblems } from '../derive/spot-problems.js';
import type { SrmLine, SrmMarket, SrmSnapshot } from './srm-snapshot.js';
import type { ByUnderlying, SrmValues } from './srm-values.js';

/** Everything in lines, feeds and figures that the standard manager cannot work with; empty when `deriveSrm` will not throw. */
export function srmProblems(lines: readonly SrmLine[], snapshot: SrmSnapshot, values: SrmValues): DeriveProblem[] {
  const known = new Set(snapshot.markets.map(({ underlying }) => underlying));
  const strangers = lines.filter((line) => line.kind !== 'cash' && !known.has(line.underlying));
  const cash = lines.filter(({ kind }) => kind === 'cash');
  return [
    ...figureProblems('feeds', { stablePrice: snapshot.stablePrice }, 'only be positive'),
    ...strangers.map(({ name }) => ({ subject: name, problem: 'no market for its underlying' })),
    ...cash.slice(1).map(({ name }) => ({ subject: name, problem: 'the same contract on two lines' })),
    ...snapshot.markets.flatMap((market) => marketProblems(market, lines)),
    ...Object.entries(values).flatMap(([name, figure]: [string, ByUnderlying | number]) =>
      figureProblems(
        'figures',
        typeof figure === 'number' ? { [name]: figure } : dotted(name, figure),
        'not be negative',
      ),
    ),
  ];
}

/** `perpInitial.SOL`, as overrides name it. */
function dotted(name: string, table: ByUnderlying): ByUnderlying {
  return Object.fromEntries(Object.entries(table).map(([underlying, figure]) => [`${name}.${underlying}`, figure]));
}

function marketProblems(market: SrmMarket, all: readonly SrmLine[]): DeriveProblem[] {
  const { underlying, expiries } = market;
  const lines = all.filter((line) => line.kind !== 'cash' && line.underlying === underlying);
  const feeds = new Map(expiries.map(({ secondsToExpiry }) => [secondsToExpiry, { hasCurve: false }]));
  return [
    ...lineProblems(lines, feeds),
    ...spotProblems(underlying, market, lines),
    ...expiries.flatMap(({ name, secondsToExpiry, forward, forwardConfidence, volatilityConfidence }) => [
      ...figureProblems(name, { forward }, 'only be positive'),
      ...figureProblems(name, { forwardConfidence, volatilityConfidence }, 'not be negative'),
      ...figureProblems(name, { secondsToExpiry }, 'be any number'),
    ]),
  ];
}
