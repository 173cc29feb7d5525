import type { LinearProgram } from './linear-program.js';

/**
 * Looks for the direction in which a program falls without end: minimise cost'r over directions r that leave every
 * finite limit of rows and columns alone, each component at most 1 in size. Always feasible (r = 0) and bounded; an
 * optimum below 0 means that the program, if it has any feasible point, is unbounded. Source: A. Schrijver, "Theory of
 * Linear and Integer Programming" (1986), section 8.2 (characteristic cone).
 */
export function recessionProgram(program: LinearProgram): LinearProgram {
  const atMost0 = (limit: number, otherwise: number) => (Number.isFinite(limit) ? 0 : otherwise);
  const { rows } = program;
  return {
    ...program,
    offset: 0,
    lower: program.lower.map((limit) => atMost0(limit, -1)),
    upper: program.upper.map((limit) => atMost0(limit, 1)),
    rows: {
      ...rows,
      lower: rows.lower.map((limit) => atMost0(limit, Number.NEGATIVE_INFINITY)),
      upper: rows.upper.map((limit) => atMost0(limit, Number.POSITIVE_INFINITY)),
    },
  };
}
