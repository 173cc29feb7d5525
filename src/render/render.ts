import type { Envelope } from '../schema/index.js';
import { assertFinite } from './finite-check.js';
import { renderJson } from './json/render-json.js';
import type { RenderFormat } from './render-format.js';

export interface RenderOptions {
  readonly format: RenderFormat;
  /** Columns of the terminal; only the table looks at it, and takes at least 60. */
  readonly width: number;
  /** Only the table looks at it. */
  readonly color: boolean;
}

/**
 * A document as text in the format asked for, ending with a newline. Writers are loaded when needed: `json` loads neither
 * chalk nor cli-table3. Throws a RangeError when a number of the document is not finite, and a TypeError when there is
 * no writer for the document (json writes any).
 */
export async function render(document: Envelope<unknown>, options: RenderOptions): Promise<string> {
  assertFinite(document);
  switch (options.format) {
    case 'json':
      return renderJson(document);
    case 'ndjson':
      return (await import('./ndjson/render-ndjson.js')).renderNdjson(document);
    case 'csv':
      return (await import('./csv/render-csv.js')).renderCsv(document);
    case 'md':
      return (await import('./markdown/render-markdown.js')).renderMarkdown(document);
    case 'html':
      return (await import('./html/render-html.js')).renderHtml(document);
    case 'table':
      return (await import('./table/render-table.js')).renderTable(document, options.width, options.color);
  }
}
