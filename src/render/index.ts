/**
 * A result document becomes text: table with heat-maps, JSON, NDJSON, CSV, Markdown, HTML; issues become lines for standard
 * error. Reads documents and computes nothing that a document should have said; every text from a user's file is made
 * printable before a person sees it.
 */
export { printable } from './printable.js';
export { type RenderOptions, render } from './render.js';
export { RENDER_FORMATS, type RenderFormat } from './render-format.js';
export { type IssueLook, renderIssues } from './render-issues.js';
