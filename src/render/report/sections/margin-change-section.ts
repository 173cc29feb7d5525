import type { MarginSummary } from '../../../schema/index.js';
import { money, percent, signedMoney, withSign } from '../../number-format.js';
import { cell } from '../cell.js';
import type { Block, Cell, Section } from '../report.js';
import { type ColumnOf, tableOf } from '../table-of.js';

interface ChangeRow {
  readonly label: string;
  readonly before: number;
  readonly after: number | null;
  readonly lowerIsBetter: boolean;
}

/**
 * Margin before and after the trades, today and at the horizon. `after` and `cash` are null when no trade was found.
 * A premium paid is not a loss, so the value of the book is also shown together with the cash that the trades bring.
 */
export function marginChangeSection(
  before: MarginSummary,
  after: MarginSummary | null,
  cash: number | null,
  currency: string,
): Section {
  const columns: ColumnOf<ChangeRow>[] = [
    { title: currency, align: 'left', of: (row) => row.label },
    { title: after === null ? 'now' : 'before', of: (row) => money(row.before) },
  ];
  if (after !== null) {
    columns.push(
      { title: 'after', of: (row) => (row.after === null ? 'none' : money(row.after)) },
      { title: 'change', of: changeCell },
      { title: 'in %', of: (row) => relativeChange(row) },
    );
  }
  const blocks: Block[] = [tableOf(columns, changeRows(before, after, cash))];
  const note = horizonNote(before, after);
  if (note !== null) blocks.push({ kind: 'text', text: note, tone: 'muted' });
  return { title: 'Margin', blocks };
}

function changeRows(before: MarginSummary, after: MarginSummary | null, cash: number | null): ChangeRow[] {
  const row = (label: string, was: number, is: number | undefined, lowerIsBetter = true): ChangeRow => ({
    label,
    before: was,
    after: is ?? null,
    lowerIsBetter,
  });
  const rows = [
    row('Initial margin', before.initialMargin, after?.initialMargin),
    row('Maintenance margin', before.maintenanceMargin, after?.maintenanceMargin),
    row('Portfolio value', before.portfolioValue, after?.portfolioValue, false),
  ];
  if (after !== null && cash !== null) {
    rows.push(
      row('Cash from the trades', 0, cash, false),
      row('Value and cash', before.portfolioValue, after.portfolioValue + cash, false),
    );
  }
  const horizon = before.atHorizon;
  if (horizon === null) return rows;
  const day = horizon.date.slice(0, 10);
  return [
    ...rows,
    row(`Initial on ${day}`, horizon.initialMargin, after?.atHorizon?.initialMargin),
    row(`Maintenance on ${day}`, horizon.maintenanceMargin, after?.atHorizon?.maintenanceMargin),
  ];
}

function changeCell(row: ChangeRow): Cell {
  if (row.after === null) return cell('');
  const change = row.after - row.before;
  if (change === 0 || !row.lowerIsBetter) return cell(signedMoney(change));
  return cell(signedMoney(change), change < 0 ? 'good' : 'bad');
}

/** In per cent of before; a portfolio's value may be near zero by chance, so a share of it would say nothing. */
function relativeChange({ before, after, lowerIsBetter }: ChangeRow): string {
  if (after === null || before === 0 || !lowerIsBetter) return '';
  return withSign(percent((after - before) / Math.abs(before)));
}

function horizonNote(before: MarginSummary, after: MarginSummary | null): string | null {
  const horizon = after?.atHorizon ?? before.atHorizon;
  if (horizon === null) return null;
  const aged = `On ${horizon.date.slice(0, 10)}: the same book, options aged, nothing else moved`;
  const gone = horizon.expired.length;
  if (gone === 0) return `${aged}.`;
  const named = horizon.expired.slice(0, 3).join(', ');
  return `${aged}; ${gone} expired by then: ${named}${gone > 3 ? ` and ${gone - 3} more` : ''}.`;
}
