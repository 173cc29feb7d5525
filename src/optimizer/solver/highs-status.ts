/** HiGHS's model statuses that mean something to us (`highs.constants.modelStatus`); any other is a failed attempt. */
export const HIGHS_STATUS = {
  optimal: 7,
  infeasible: 8,
  unboundedOrInfeasible: 9,
  unbounded: 10,
  timeLimit: 13,
  /** Of a node limit, too. */
  solutionLimit: 16,
  interrupted: 17,
} as const;

/** HiGHS refuses an infinite option value; this many seconds stand for no limit. */
export const NO_LIMIT_SECONDS = 1e9;

/**
 * Feasibility tolerance on conditioned rows, whose largest coefficient is about 1: what a check at 1e-6 of a small
 * limit needs. HiGHS's own 1e-6 for integer programs is the size of a gamma limit.
 */
export const FEASIBILITY_TOLERANCE = 1e-9;
