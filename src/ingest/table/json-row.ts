import type { Node } from 'jsonc-parser';
import type { SourceLocation } from '../../domain/index.js';
import type { IssueList } from '../issue-list.js';
import { describeNode } from '../json/describe-node.js';
import type { LineIndex } from '../json/line-index.js';
import { nodeMembers } from '../json/node-members.js';
import { type Header, NOT_READ } from './header.js';
import type { Row } from './row.js';

/** The text of a JSON document (or line) and where its offsets are. */
export interface JsonText {
  readonly text: string;
  readonly lines: LineIndex;
}

/** A row that is a JSON object. Numbers keep the text they are written in, so that every format has the same checks. */
export class JsonRow implements Row {
  readonly #source: JsonText;
  readonly #offset: number;
  readonly #valueOfSlot: readonly (Node | undefined)[];

  private constructor(source: JsonText, offset: number, valueOfSlot: readonly (Node | undefined)[]) {
    this.#source = source;
    this.#offset = offset;
    this.#valueOfSlot = valueOfSlot;
  }

  /** The row of an object node, or null after complaining about what cannot be one. */
  static of(node: Node, source: JsonText, header: Header, issues: IssueList): JsonRow | null {
    if (node.type !== 'object') {
      const at = source.lines.at(node.offset);
      issues.add('JSON_ROW_NOT_OBJECT', {
        at,
        detail: describeNode(node),
        expected: 'an object with column names as keys',
      });
      return null;
    }
    const values: (Node | undefined)[] = [];
    let good = true;
    for (const { key, keyOffset, value } of nodeMembers(node)) {
      const slot = header.slotOf(key.trim(), () => source.lines.at(keyOffset));
      if (slot === NOT_READ) continue;
      const at = source.lines.at(value.offset);
      if (values[slot] !== undefined) {
        issues.add('JSON_KEY_REPEATED', { at, field: key });
        good = false;
      } else if (value.type === 'object' || value.type === 'array') {
        issues.add('JSON_VALUE_NOT_PLAIN', { at, field: key, detail: describeNode(value) });
        good = false;
      }
      values[slot] = value;
    }
    return good ? new JsonRow(source, node.offset, values) : null;
  }

  text(slot: number): string {
    const node = this.#valueOfSlot[slot];
    if (node === undefined || node.type === 'null') return '';
    if (node.type === 'string') return String(node.value).trim();
    return this.#source.text.slice(node.offset, node.offset + node.length);
  }

  at(slot: number): SourceLocation {
    return this.#source.lines.at(this.#valueOfSlot[slot]?.offset ?? this.#offset);
  }

  start(): SourceLocation {
    return this.#source.lines.at(this.#offset);
  }
}
