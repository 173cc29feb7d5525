import type { SourceLocation } from '../../domain/index.js';

/** Turns offsets of a text into lines and columns, both from 1. */
export class LineIndex {
  readonly #file: string;
  readonly #starts: number[] = [0];
  readonly #firstLine: number;

  /** `firstLine`: the line of the file on which the text begins. */
  constructor(file: string, text: string, firstLine = 1) {
    this.#file = file;
    this.#firstLine = firstLine;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  /** Where the character with this offset stands. */
  at(offset: number): SourceLocation {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { file: this.#file, line: this.#firstLine + low, column: offset - (this.#starts[low] ?? 0) + 1 };
  }
}
