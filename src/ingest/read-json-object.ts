import type { Io } from '../domain/index.js';
import { ingest } from './ingest.js';
import type { Ingested } from './ingested.js';
import { describeNode } from './json/describe-node.js';
import { jsonTree } from './json/json-tree.js';
import { LineIndex } from './json/line-index.js';
import { nodeValue } from './json/node-value.js';
import { wholeText } from './json/whole-text.js';
import { inputName } from './source/input-name.js';

/**
 * Reads a file that is one JSON object: configuration, parameters, scenarios. Comments and trailing commas are allowed.
 * What is wrong with its syntax is told with line and column; the value is then empty.
 */
export function readJsonObject(path: string, io: Io, role: string): Promise<Ingested<Record<string, unknown>>> {
  return ingest(role, path, io, (issues) => {
    let value: Record<string, unknown> = {};
    return {
      read: async (source) => {
        const text = await wholeText(source);
        const lines = new LineIndex(source.file, text);
        const tree = jsonTree(text, lines, issues, true);
        if (tree === null) return;
        if (tree.type === 'object') value = nodeValue(tree, lines, issues) as Record<string, unknown>;
        else
          issues.add('JSON_NOT_OBJECT', {
            at: lines.at(tree.offset),
            subject: inputName(path),
            detail: describeNode(tree),
          });
      },
      result: () => value,
    };
  });
}
