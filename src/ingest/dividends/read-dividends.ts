import type { Dividend, Io } from '../../domain/index.js';
import { FieldReader } from '../fields/field-reader.js';
import { parseTime } from '../fields/parse-time.js';
import { ingest } from '../ingest.js';
import type { Ingested } from '../ingested.js';
import type { IssueList } from '../issue-list.js';
import { nearestName } from '../nearest-name.js';
import type { Input } from '../source/input.js';
import { readTable } from '../table/read-table.js';
import type { Row } from '../table/row.js';
import type { TableLayout } from '../table/table-layout.js';

const COLUMNS = ['underlying', 'ex_date', 'amount'] as const;
const [UNDERLYING, EX_DATE, AMOUNT] = [0, 1, 2] as const;

const LAYOUT: TableLayout = {
  known: COLUMNS,
  required: COLUMNS,
  others: 'closed',
  rowsAre: 'one row per dividend: underlying, ex_date, amount',
};

/** Dividends by underlying, each list by ex-date. */
export type Dividends = ReadonlyMap<string, readonly Dividend[]>;

export interface DividendsOptions {
  /** The underlyings of the book and the market: dividends of others change nothing. Absent where that is not known. */
  readonly underlyings?: ReadonlySet<string>;
}

/**
 * Reads cash dividends ahead (CSV, JSON or NDJSON): `underlying, ex_date` (YYYY-MM-DD), `amount` per unit of the underlying in the
 * currency of its price, positive. Two of one day are added, with a warning.
 */
export function readDividends(path: Input, io: Io, options: DividendsOptions = {}): Promise<Ingested<Dividends>> {
  return ingest('dividends', path, io, (issues) => {
    const rows = new DividendRows(issues, options);
    return {
      read: async (source) => {
        await readTable(source, LAYOUT, issues, (row) => rows.take(row));
      },
      result: () => rows.byUnderlying(),
    };
  });
}

class DividendRows {
  readonly #issues: IssueList;
  readonly #underlyings: ReadonlySet<string> | undefined;
  readonly #dividends = new Map<string, Dividend[]>();
  /** Line of each underlying and date. */
  readonly #lines = new Map<string, number>();
  #fields: FieldReader | null = null;

  constructor(issues: IssueList, { underlyings }: DividendsOptions) {
    this.#issues = issues;
    this.#underlyings = underlyings;
  }

  take(row: Row): void {
    this.#fields ??= new FieldReader(this.#issues, COLUMNS, row);
    const fields = this.#fields;
    fields.next(row);
    const underlying = fields.requiredText(UNDERLYING, 'the name of an underlying');
    const exDate = this.#exDate(fields);
    fields.requiredText(AMOUNT, 'a number above 0');
    const amount = fields.failed ? null : fields.positive(AMOUNT);
    if (fields.failed || exDate === null || amount === null) return;
    this.#remarkOnName(fields, underlying);
    const key = `${underlying} ${exDate}`;
    const first = this.#lines.get(key);
    if (first === undefined) this.#lines.set(key, fields.start().line);
    else fields.remark('DIV_REPEATED', EX_DATE, { subject: underlying, detail: String(first) });
    const known = this.#dividends.get(underlying) ?? [];
    known.push({ underlying, exDate, amount });
    this.#dividends.set(underlying, known);
  }

  byUnderlying(): Dividends {
    for (const dividends of this.#dividends.values()) dividends.sort((a, b) => a.exDate - b.exDate);
    return this.#dividends;
  }

  /** Once a name. */
  #remarkOnName(fields: FieldReader, underlying: string): void {
    if (this.#underlyings === undefined || this.#underlyings.has(underlying) || this.#dividends.has(underlying)) return;
    const near = nearestName(underlying, [...this.#underlyings]);
    const hint = near === null ? {} : { hint: `did you mean ${near}?` };
    fields.remark('DIV_UNKNOWN_UNDERLYING', UNDERLYING, { subject: underlying, ...hint });
  }

  #exDate(fields: FieldReader): number | null {
    const expected = 'a date such as 2026-06-27';
    const text = fields.requiredText(EX_DATE, expected);
    if (text === '') return null;
    const time = parseTime(text);
    if (time?.dateOnly === true) return time.epochMs;
    fields.complain('FIELD_NOT_A_TIME', EX_DATE, { expected });
    return null;
  }
}
