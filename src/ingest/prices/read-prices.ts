import type { Io, PriceHistory, SourceLocation } from '../../domain/index.js';
import { FieldReader } from '../fields/field-reader.js';
import { parseTime } from '../fields/parse-time.js';
import { ingest } from '../ingest.js';
import type { Ingested } from '../ingested.js';
import type { IssueList } from '../issue-list.js';
import type { Input } from '../source/input.js';
import { inputName } from '../source/input-name.js';
import type { Header } from '../table/header.js';
import { readTable } from '../table/read-table.js';
import type { Row } from '../table/row.js';
import type { TableLayout } from '../table/table-layout.js';

const DATE = 0;

const LAYOUT: TableLayout = {
  known: ['date'],
  required: ['date'],
  others: 'open',
  rowsAre: 'a header and one row per day',
};

/**
 * Reads daily prices: `date` (YYYY-MM-DD) and a column per underlying, named as the underlying is. Blanks stay NaN, rows
 * may come in any order, and the dates of the result ascend. A price has to be positive.
 */
export function readPrices(path: Input, io: Io): Promise<Ingested<PriceHistory>> {
  return ingest('prices', path, io, (issues) => {
    const days = new PriceDays(issues);
    return {
      read: async (source) => {
        const header = await readTable(source, LAYOUT, issues, (row, names) => days.take(row, names));
        days.finish(source.file, header);
      },
      result: () => days.history(),
    };
  });
}

interface Day {
  readonly prices: readonly number[];
  readonly at: SourceLocation;
}

class PriceDays {
  readonly #issues: IssueList;
  readonly #days = new Map<string, Day>();
  #fields: FieldReader | null = null;
  #names: readonly string[] = [];
  #rows = 0;

  constructor(issues: IssueList) {
    this.#issues = issues;
  }

  take(row: Row, header: Header): void {
    this.#rows += 1;
    this.#names = header.names;
    this.#fields ??= new FieldReader(this.#issues, header.names, row);
    const fields = this.#fields;
    fields.next(row);
    const date = this.#date(fields);
    const prices: number[] = [];
    for (let slot = 1; slot < this.#names.length; slot++) prices.push(fields.positive(slot) ?? Number.NaN);
    if (fields.failed || date === null) return;
    const first = this.#days.get(date);
    if (first === undefined) this.#days.set(date, { prices, at: fields.start() });
    else fields.complain('PRC_DATE_REPEATED', DATE, { detail: String(first.at.line) });
  }

  /** Complains about columns without a price, once all rows are in. */
  finish(file: string, header: Header): void {
    const at = { file, line: 0, column: 0 };
    if (this.#rows > 0 && header.names.length === 1)
      this.#issues.add('PRC_NO_SERIES', { at, subject: inputName(file) });
    if (this.#days.size === 0) return;
    for (const [name, series] of this.history().series) {
      if (series.every(Number.isNaN)) this.#issues.add('PRC_EMPTY_SERIES', { at, field: name, subject: name });
    }
  }

  history(): PriceHistory {
    const dates = [...this.#days.keys()].sort();
    const series = new Map<string, Float64Array>();
    this.#names.slice(1).forEach((name, column) => {
      series.set(
        name,
        Float64Array.from(dates, (date) => this.#days.get(date)?.prices[column] ?? Number.NaN),
      );
    });
    return { dates, series };
  }

  #date(fields: FieldReader): string | null {
    const expected = 'a date such as 2026-06-27';
    const text = fields.requiredText(DATE, expected);
    if (text === '') return null;
    const time = parseTime(text);
    if (time?.dateOnly === true) return text;
    fields.complain('FIELD_NOT_A_TIME', DATE, { expected });
    return null;
  }
}
