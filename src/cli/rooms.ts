/** What the command line asks of the other rooms, in one file to load. Solvers and the writers of most formats come later still. */
export { describeModels } from '../app/describe-models.js';
export { runAllocate } from '../app/run-allocate.js';
export { runAttribute } from '../app/run-attribute.js';
export { runCollateral } from '../app/run-collateral.js';
export { runCompare } from '../app/run-compare.js';
export { runFrontier } from '../app/run-frontier.js';
export { runMargin } from '../app/run-margin.js';
export { runOptimize } from '../app/run-optimize.js';
export { runReconcile } from '../app/run-reconcile.js';
export { runVerify } from '../app/run-verify.js';
export { runWhatIf } from '../app/run-whatif.js';
export { readJsonObject } from '../ingest/read-json-object.js';
export { render } from '../render/render.js';
export { renderIssues } from '../render/render-issues.js';
