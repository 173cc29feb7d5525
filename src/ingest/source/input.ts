import type { Node } from 'jsonc-parser';
import type { LineIndex } from '../json/line-index.js';

/** Rows, or an account, that stand inside another JSON input; places are those in that input. */
export interface InlineJson {
  /** The input that holds it. */
  readonly file: string;
  readonly text: string;
  readonly lines: LineIndex;
  readonly node: Node;
}

/** Where a reader finds its rows: a path (`-` is standard input), or a part of a document that was read already. */
export type Input = string | InlineJson;
