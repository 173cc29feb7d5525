/** What the other commands ask beside that, in a file of its own: reading it would cost every `margo margin` its time. */

export { runCorrelate } from '../app/correlate/run-correlate.js';
export { runAllocate } from '../app/run-allocate.js';
export { runAttribute } from '../app/run-attribute.js';
export { runCollateral } from '../app/run-collateral.js';
export { runCompare } from '../app/run-compare.js';
export { runFrontier } from '../app/run-frontier.js';
export { runReconcile } from '../app/run-reconcile.js';
export { runStress } from '../app/run-stress.js';
export { runVerify } from '../app/run-verify.js';
