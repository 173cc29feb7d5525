/** What every command asks of the other rooms, and `margo margin` beside that, in one file to load. Solvers and the writers of most formats come later still. */
export { runMargin } from '../app/run-margin.js';
export { readJsonObject } from '../ingest/read-json-object.js';
export { render } from '../render/render.js';
export { renderIssues } from '../render/render-issues.js';
