import type { SourceLocation } from '../../domain/index.js';
import type { IssueList } from '../issue-list.js';
import { columnKey, meantColumn } from './column-name.js';
import type { TableLayout } from './table-layout.js';

/** Marks a column that is not read. */
export const NOT_READ = -1;

/** Columns found that a missing one's complaint lists. */
const MOST_LISTED = 20;

/** Assigns the columns of one file to slots and complains, once each, about those it cannot place. */
export class Header {
  readonly layout: TableLayout;
  readonly #issues: IssueList;
  /** By slot: the known columns, then the others of an open table as written. */
  readonly #names: string[];
  readonly #slotByKey = new Map<string, number>();
  readonly #slotByWritten = new Map<string, number>();
  readonly #found: string[] = [];

  constructor(layout: TableLayout, issues: IssueList) {
    this.layout = layout;
    this.#issues = issues;
    this.#names = [...layout.known];
    layout.known.forEach((name, slot) => {
      this.#slotByKey.set(columnKey(name), slot);
    });
    for (const name of layout.ignored ?? []) this.#slotByKey.set(columnKey(name), NOT_READ);
  }

  /** Column names by slot. */
  get names(): readonly string[] {
    return this.#names;
  }

  /** Column names as the file writes them, in its order. */
  get found(): readonly string[] {
    return this.#found;
  }

  /** The slot of a column; the first time a name is met it is placed or complained about, and only then `at` is asked. */
  slotOf(written: string, at: () => SourceLocation): number {
    const known = this.#slotByWritten.get(written);
    if (known !== undefined) return known;
    const isCorner = this.#found.length === 0 && this.layout.cornerMayBeBlank === true;
    this.#found.push(written);
    const slot = this.#place(written, at, isCorner);
    this.#slotByWritten.set(written, slot);
    return slot;
  }

  /** Complains about every required column that is not there; false when one is missing. */
  isComplete(at: SourceLocation): boolean {
    const missing = this.layout.required.filter(
      (name) => !this.#found.some((written) => columnKey(written) === columnKey(name)),
    );
    const detail = this.#foundText();
    for (const field of missing) {
      const unknown = this.#found.filter((written) => this.#slotByWritten.get(written) === NOT_READ);
      const meant = unknown.find((written) => meantColumn(written, [field]) === field);
      const hint = meant === undefined ? undefined : `rename ${meant} to ${field}`;
      this.#issues.add('COLUMN_MISSING', { at, field, detail, hint });
    }
    return missing.length === 0;
  }

  #foundText(): string {
    const listed = this.#found.slice(0, MOST_LISTED).map((name) => (name === '' ? "''" : name));
    const more = this.#found.length - listed.length;
    return more === 0 ? listed.join(', ') : `${listed.join(', ')} and ${more} more`;
  }

  #place(written: string, at: () => SourceLocation, isCorner: boolean): number {
    const slot = this.#slotByKey.get(columnKey(written));
    if (slot !== undefined) return slot;
    if (written === '' && !isCorner) {
      this.#issues.add('COLUMN_UNNAMED', { at: at(), detail: String(this.#found.length) });
      return NOT_READ;
    }
    if (this.layout.others === 'open') return this.#names.push(written) - 1;
    const meant = this.#issues.isFull('COLUMN_UNKNOWN') ? null : meantColumn(written, this.layout.known);
    this.#issues.add('COLUMN_UNKNOWN', {
      at: at(),
      field: written,
      hint: meant === null ? `known columns: ${this.layout.known.join(', ')}` : `did you mean ${meant}?`,
    });
    return NOT_READ;
  }
}
