import { evaluate } from '../../src/formula/index.js';
import { standardPrice } from '../../src/margin/derive/standard-price.js';
import { yearFraction } from '../../src/margin/derive/year-fraction.js';
import {
  derivePm2,
  type Pm2Line,
  type Pm2Snapshot,
  type Pm2Values,
  sviVolatility,
} from '../../src/margin/derive-pm2/index.js';
import { bookAfter, loadSolver, objectiveOf, solveAnyHedge } from '../../src/optimizer/index.js';
import { aCandidate, aLevel, aProblem } from '../optimizer/hedge-cases.js';

/** A book of Derive's portfolio margin: lines, what is held of them, feeds and figures. */
export interface Pm2Account {
  readonly lines: readonly Pm2Line[];
  readonly quantities: readonly number[];
  readonly snapshot: Pm2Snapshot;
  readonly values: Pm2Values;
}

type OptionLine = Extract<Pm2Line, { kind: 'option' }>;

/** Contracts on offer on either side of every candidate. */
const SIZE = 5;

/** Part of the price, and dollars, by which a candidate's bid and ask are off its theoretical price. */
const SPREAD = { part: 0.02, dollars: 1 };

/**
 * The best hedge of an account with a call and a put at every strike of every expiry it holds, at theoretical price plus or
 * minus a spread.
 */
export async function pm2Hedge(account: Pm2Account, lot: number | null) {
  const { snapshot, values } = account;
  const held = account.lines.filter((line) => line.kind === 'option');
  const names = new Set(held.map(contractOf));
  const further = held.flatMap((line): OptionLine[] =>
    (['C', 'P'] as const).flatMap((right) => {
      const other = { ...line, right, name: `${line.name} ${right}` };
      if (names.has(contractOf(other))) return [];
      names.add(contractOf(other));
      return [other];
    }),
  );
  const lines = [...account.lines, ...further];
  const requirement = derivePm2(lines, snapshot, values);
  const present = Float64Array.from(lines, (_, column) => account.quantities[column] ?? 0);
  const candidates = lines.flatMap((line, column) => {
    if (line.kind !== 'option') return [];
    const level = aLevel({ size: SIZE, unitSpread: SPREAD.part * priceOf(line, snapshot) + SPREAD.dollars });
    return [aCandidate(column, { asks: [level], bids: [level], lot })];
  });
  const problem = aProblem(requirement.initial, candidates, { present, wholeLots: lot !== null });
  const outcome = await solveAnyHedge(problem, await loadSolver('highs'), {
    timeLimit: 20,
    relativeGap: 1e-4,
    seed: 0,
    start: null,
    signal: new AbortController().signal,
  });
  if (outcome.status === 'failed' || outcome.status === 'infeasible') throw new Error(`no hedge: ${outcome.status}`);
  const margin = (quantities: Float64Array): number => evaluate(requirement.initial, quantities);
  const after = bookAfter(present, outcome.trades);
  return {
    outcome,
    candidates: candidates.length,
    before: margin(present),
    after: margin(after),
    objective: objectiveOf(problem, outcome.trades),
    traded: outcome.trades.map(({ quantity }) => quantity),
  };
}

function contractOf({ secondsToExpiry, strike, right }: OptionLine): string {
  return `${secondsToExpiry} ${strike} ${right}`;
}

function priceOf({ secondsToExpiry, strike, right, volatility }: OptionLine, { expiries }: Pm2Snapshot): number {
  const feed = expiries.find((one) => one.secondsToExpiry === secondsToExpiry)!;
  const sigma = volatility ?? sviVolatility(strike, feed.curve!);
  return standardPrice(right, feed.forward, strike, sigma * Math.sqrt(yearFraction(secondsToExpiry)), 1);
}
