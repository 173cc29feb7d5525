import type { Envelope } from '../../schema/index.js';

/** The document itself: two spaces of indentation, keys as the document has them, full precision, a final newline. */
export function renderJson(document: Envelope<unknown>): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
