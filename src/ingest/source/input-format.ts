import type { TextSource } from './text-source.js';

export type InputFormat = 'csv' | 'json' | 'ndjson';

const BY_EXTENSION: ReadonlyMap<string, InputFormat> = new Map([
  ['csv', 'csv'],
  ['tsv', 'csv'],
  ['json', 'json'],
  ['ndjson', 'ndjson'],
  ['jsonl', 'ndjson'],
]);

/**
 * How an input is written: by its extension (before `.gz`), else by its first line. `[` begins a JSON document; an object
 * whole on the first line and holding plain values only is a row of NDJSON; any other `{` begins a JSON document.
 */
export function inputFormat({ file, head, inline }: Pick<TextSource, 'file' | 'head' | 'inline'>): InputFormat {
  if (inline !== undefined) return 'json';
  const extension = /\.([a-z]+)(?:\.gz)?$/i.exec(file)?.[1]?.toLowerCase() ?? '';
  const known = BY_EXTENSION.get(extension);
  if (known !== undefined) return known;
  const line = head.trim();
  if (line.startsWith('[')) return 'json';
  if (!line.startsWith('{')) return 'csv';
  return isPlainObject(line) ? 'ndjson' : 'json';
}

function isPlainObject(line: string): boolean {
  try {
    return Object.values(JSON.parse(line) as object).every((value) => typeof value !== 'object' || value === null);
  } catch {
    return false;
  }
}
