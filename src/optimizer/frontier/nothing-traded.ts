import { bestAdmissible } from '../admissible-point.js';
import { KEPT } from '../hedge-answer.js';
import type { HedgeFailed } from '../hedge-outcome.js';
import { buildHedgeProgram } from '../hedge-program.js';
import type { Frontier, FrontierTask } from './frontier.js';
import { usedBy } from './resource.js';

/** What is known before anything was solved: the present book, where it keeps the limits. */
export function nothingTraded({ problem, resource }: FrontierTask): Frontier | HedgeFailed {
  const hedge = buildHedgeProgram(problem, { aim: { kind: 'margin' } });
  if (bestAdmissible(hedge, [new Float64Array(hedge.builder.columns)], KEPT) === null) {
    return { status: 'failed', cause: 'time', detail: 'the solver was stopped before it had any answer' };
  }
  const bound = usedBy(resource, problem, []);
  return {
    status: 'found',
    points: [{ bound, status: 'stopped', trades: [], lowerBound: -Infinity }],
    breakpoints: null,
    exact: false,
    interrupted: true,
    from: null,
    to: null,
    knee: null,
    indifferent: null,
    relaxed: new Map(),
  };
}
