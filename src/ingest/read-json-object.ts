import type { Io, SourceLocation } from '../domain/index.js';
import { ingest } from './ingest.js';
import type { Ingested } from './ingested.js';
import { describeNode } from './json/describe-node.js';
import { jsonTree } from './json/json-tree.js';
import { keyPlace } from './json/key-place.js';
import { LineIndex } from './json/line-index.js';
import { nodeValue } from './json/node-value.js';
import { wholeText } from './json/whole-text.js';
import { inputName } from './source/input-name.js';

/** One JSON object as read. */
export interface JsonObjectFile extends Ingested<Record<string, unknown>> {
  /** Where a key stands, by its path; the file as a whole when it has no such key. */
  readonly at: (path: readonly string[]) => SourceLocation;
}

/**
 * Reads a file that is one JSON object: configuration, parameters, scenarios. Comments and trailing commas are allowed.
 * What is wrong with its syntax is told with line and column; the value is then empty.
 */
export async function readJsonObject(path: string, io: Io, role: string): Promise<JsonObjectFile> {
  let place = (_path: readonly string[]): SourceLocation | null => null;
  const ingested = await ingest(role, path, io, (issues) => {
    let value: Record<string, unknown> = {};
    return {
      read: async (source) => {
        const text = await wholeText(source);
        const lines = new LineIndex(source.file, text);
        const tree = jsonTree(text, lines, issues, true);
        if (tree === null) return;
        if (tree.type === 'object') {
          value = nodeValue(tree, lines, issues) as Record<string, unknown>;
          place = (keys) => keyPlace(tree, keys, lines);
        } else {
          const facts = { subject: inputName(path), detail: describeNode(tree) };
          issues.add('JSON_NOT_OBJECT', { at: lines.at(tree.offset), ...facts });
        }
      },
      result: () => value,
    };
  });
  return { ...ingested, at: (keys) => place(keys) ?? { file: path, line: 0, column: 0 } };
}
