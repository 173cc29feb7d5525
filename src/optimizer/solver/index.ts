/**
 * Linear programs and the engines that solve them, behind one interface: HiGHS (WebAssembly) and javascript-lp-solver.
 * The only place that knows either package. Programs are conditioned before a solve, and an engine's "optimal" is
 * believed only after every row and the duality gap were recomputed from the program as it was given.
 */
export { appendRows } from './append-rows.js';
export { checkSolution, type SolutionCheck } from './check-solution.js';
export type * from './linear-program.js';
export { loadSolver } from './load-solver.js';
export { objectiveAt } from './objective-at.js';
export { type ColumnInput, ProgramBuilder } from './program-builder.js';
export { RowBlockBuilder, type RowInput } from './row-block-builder.js';
export { screenedUppers } from './screen-columns.js';
export type * from './solver.js';
export type * from './tree-guide.js';
export { dualBound, dualProof } from './weak-duality-bound.js';
