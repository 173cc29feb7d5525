import type { Outcome } from '../../src/app/outcome.js';

/** The outcome of a run with nothing in it, but for what the test says. */
export function anOutcome(over: Partial<Outcome<unknown>> = {}): Outcome<unknown> {
  return {
    schema: 'margo/margin@1',
    status: 'ok',
    manifest: {
      program: 'margo',
      version: '0.0.0',
      model: null,
      asOf: null,
      inputs: [],
      options: {},
      solver: null,
      seed: 0,
      startedAt: '2026-06-27T00:00:00.000Z',
      timings: {},
    },
    result: { initialMargin: 1 },
    issues: [],
    ...over,
  };
}
