import type { HorizonLine, MarginSummary } from '../../../schema/index.js';
import { money, percent, signedMoney } from '../../number-format.js';
import { cell } from '../cell.js';
import type { Block, Cell, Section } from '../report.js';
import { type ColumnOf, tableOf } from '../table-of.js';

interface DateRow {
  readonly label: string;
  readonly weight: string;
  readonly before: number;
  readonly after: number | null;
  readonly expired: string;
}

/** What the rule makes of the dates, in a word. */
const HORIZON_WORDS = { average: 'average', max: 'highest' } as const;

/** Initial margin on each date of the horizon, before and after the trades; null where today's alone is looked at. */
export function marginDatesSection(
  before: MarginSummary,
  after: MarginSummary | null,
  horizon: HorizonLine | undefined,
): Section | null {
  const rows = horizon === undefined ? null : dateRows(before, after, horizon);
  if (horizon === undefined || rows === null) return null;
  const columns: ColumnOf<DateRow>[] = [
    { title: 'date', align: 'left', of: (row) => row.label },
    ...(horizon.rule === 'average' ? [{ title: 'weight', rank: 2, of: (row: DateRow) => row.weight }] : []),
    { title: after === null ? 'now' : 'before', of: (row) => money(row.before) },
  ];
  if (after !== null) {
    columns.push({ title: 'after', of: (row) => money(row.after ?? 0) }, { title: 'change', of: changeCell });
  }
  columns.push({ title: 'expired', rank: 1, of: (row) => row.expired });
  return { title: 'Margin by date', blocks: [tableOf(columns, rows), ...notes(horizon)] };
}

function dateRows(before: MarginSummary, after: MarginSummary | null, { rule }: HorizonLine): DateRow[] | null {
  const { byDate, horizonMargin } = before;
  if (byDate === undefined || horizonMargin === undefined) return null;
  const labels = labelsOf(byDate.map(({ date }) => date));
  const rows = byDate.map((line, k) => ({
    label: labels[k]!,
    weight: percent(line.weight),
    before: line.initialMargin,
    after: after?.byDate?.[k]?.initialMargin ?? null,
    expired: String((after?.byDate?.[k] ?? line).expired.length || ''),
  }));
  const over = { label: HORIZON_WORDS[rule], weight: '', before: horizonMargin, expired: '' };
  return [...rows, { ...over, after: after?.horizonMargin ?? null }];
}

/** The day; to the minute where two dates share it. */
function labelsOf(dates: readonly string[]): string[] {
  const days = dates.map((date) => date.slice(0, 10));
  return dates.map((date, k) =>
    days.filter((day) => day === days[k]).length > 1 ? date.slice(0, 16).replace('T', ' ') : days[k]!,
  );
}

function changeCell({ before, after }: DateRow): Cell {
  const change = (after ?? before) - before;
  return change === 0 ? cell(signedMoney(change)) : cell(signedMoney(change), change < 0 ? 'good' : 'bad');
}

function notes({ rule, merged }: HorizonLine): Block[] {
  const step = 'The same book on each date, options aged, what has expired gone, nothing else moved';
  const weight = rule === 'average' ? '; a date weighs as long as it is to the next' : '';
  const blocks: Block[] = [{ kind: 'text', text: `${step}${weight}.`, tone: 'muted' }];
  if (merged.length === 0) return blocks;
  const named = merged.slice(0, 3).map(({ expiry, until }) => `${minute(expiry)} (until ${minute(until)})`);
  const more = merged.length > 3 ? ` and ${merged.length - 3} more` : '';
  const text = `Expiries without a date of their own count until the next: ${named.join(', ')}${more}.`;
  return [...blocks, { kind: 'text', text, tone: 'muted' }];
}

function minute(date: string): string {
  return date.slice(0, 16).replace('T', ' ');
}
