/** What the commands run most ask of the other rooms, in one file to load. Solvers and the writers of most formats come later still. */
export { describeModels } from '../app/describe-models.js';
export { runMargin } from '../app/run-margin.js';
export { runWhatIf } from '../app/run-whatif.js';
export { readJsonObject } from '../ingest/read-json-object.js';
export { render } from '../render/render.js';
export { renderIssues } from '../render/render-issues.js';
