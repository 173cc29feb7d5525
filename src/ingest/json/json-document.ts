import type { Node } from 'jsonc-parser';
import type { IssueList } from '../issue-list.js';
import type { TextSource } from '../source/text-source.js';
import { jsonTree } from './json-tree.js';
import { LineIndex } from './line-index.js';
import { wholeText } from './whole-text.js';

/** A JSON document with the text it came from; `tree` is null when its syntax was complained about. */
export interface JsonDocument {
  readonly tree: Node | null;
  readonly text: string;
  readonly lines: LineIndex;
  readonly file: string;
}

/** Reads a source as one JSON document; of an inline one, the part that it is. `mayBeBlank`: no text is no complaint. */
export async function jsonDocument(source: TextSource, issues: IssueList, mayBeBlank = false): Promise<JsonDocument> {
  const { file, inline } = source;
  if (inline !== undefined) return { tree: inline.node, text: inline.text, lines: inline.lines, file };
  const text = await wholeText(source);
  const lines = new LineIndex(file, text);
  return { tree: mayBeBlank && text.trim() === '' ? null : jsonTree(text, lines, issues), text, lines, file };
}
