import type { CorrelateRequest } from './correlate-request.js';

/** What `runCorrelate` does unless told otherwise: all of a request. As the command line's defaults. */
export const CORRELATE_DEFAULTS: CorrelateRequest = {
  prices: null,
  asOf: null,
  estimator: null,
  select: false,
  window: 250,
  step: 20,
  halfLife: null,
  threshold: 0.5,
  asPearson: false,
  returns: 'log',
  days: 1,
  overlapping: true,
  missing: 'pairwise',
  minReturns: 20,
  bootstrap: null,
  block: null,
  gapDays: 7,
  staleAfter: 5,
  noRepair: false,
  matrix: null,
  repair: { method: null, weights: null, fix: [], target: null },
  hedges: null,
  seed: 0,
  optionsInEffect: {},
};
