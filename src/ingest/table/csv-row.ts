import type { SourceLocation } from '../../domain/index.js';
import type { CsvWindow } from './csv-window.js';
import type { Row } from './row.js';

const SPACE = 0x20;

/** The one row object of a CSV file: it shows the record at hand. */
export class CsvRow implements Row {
  readonly #window: CsvWindow;
  /** By slot: the number of the field in the record. */
  readonly #fieldOfSlot: readonly number[];
  #record: readonly string[] = [];

  constructor(window: CsvWindow, fieldOfSlot: readonly number[]) {
    this.#window = window;
    this.#fieldOfSlot = fieldOfSlot;
  }

  show(record: readonly string[]): void {
    this.#record = record;
  }

  text(slot: number): string {
    const field = this.#fieldOfSlot[slot];
    const text = field === undefined ? '' : (this.#record[field] ?? '');
    const mayHaveBlanks = text.charCodeAt(0) <= SPACE || text.charCodeAt(text.length - 1) <= SPACE;
    return mayHaveBlanks ? text.trim() : text;
  }

  at(slot: number): SourceLocation {
    return this.#window.locate(this.#fieldOfSlot[slot] ?? 0);
  }

  start(): SourceLocation {
    return this.#window.locate(0);
  }
}
