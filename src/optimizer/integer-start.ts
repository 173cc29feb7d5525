import type { HedgeProgram } from './hedge-program.js';
import type { ProgramRun } from './run-program.js';
import { checkSolution } from './solver/index.js';
import type { TradeColumn } from './trade-columns.js';

/** A start is handed to the search only if it keeps every row to this. */
const ADMISSIBLE = 1e-7;

/**
 * A point for branch and bound to start from: the linear answer rounded towards no trade, with 1, 2, 4, ... of its
 * largest trades kept; else no trade at all. The best that keeps every row; null when none does.
 */
export function startingPoint(hedge: HedgeProgram, linear: ProgramRun): Float64Array | null {
  const program = hedge.builder.build();
  const answer = linear.outcome.status === 'optimal' ? linear.outcome.x : null;
  let best: { x: Float64Array; objective: number } | null = null;
  for (const point of roundedPoints(hedge, program.columns, answer)) {
    hedge.settle(point);
    if (checkSolution(program, point).worstViolation > ADMISSIBLE) continue;
    let objective = program.offset;
    for (let j = 0; j < program.columns; j++) objective += program.cost[j]! * point[j]!;
    if (best === null || objective < best.objective) best = { x: point, objective };
  }
  return best?.x ?? null;
}

function* roundedPoints(hedge: HedgeProgram, columns: number, answer: Float64Array | null): Generator<Float64Array> {
  yield new Float64Array(columns);
  if (answer === null) return;
  const money = ({ candidate, column, unit }: TradeColumn): number => candidate.notional * unit * answer[column]!;
  const ranked = hedge.trades.all.filter(({ column }) => answer[column]! > 0).sort((a, b) => money(b) - money(a));
  for (let kept = 1; ; kept *= 2) {
    const x = new Float64Array(columns);
    for (const { column, whole } of ranked.slice(0, kept)) {
      x[column] = whole ? Math.floor(answer[column]! + 1e-9) : answer[column]!;
    }
    yield x;
    if (kept >= ranked.length) return;
  }
}
