import type { AttributeResult, AttributionLine } from '../../../schema/index.js';
import { figure, money, percent, quantity } from '../../number-format.js';
import { cell } from '../cell.js';
import type { Block, Cell, Section } from '../report.js';
import type { ReportDetail } from '../report-detail.js';
import { type ColumnOf, tableOf } from '../table-of.js';

/** A row: a line of the document, or one of the figures below them. */
interface AttributionRow {
  readonly name: Cell;
  readonly component: number;
  readonly line: AttributionLine | null;
  readonly share: number | null;
}

const TITLES = {
  position: 'Margin by position',
  underlying: 'Margin by underlying',
  expiry: 'Margin by expiry',
  tag: 'Margin by strategy tag',
} as const;

const TIES =
  'Rules are at a tie (two scenarios equally bad, a strike exactly flat): a component is the mean, its range has every way to break it.';

/** The lines with what each costs, the others, the remainder and the margin they add up to. */
export function attributionSection(result: AttributeResult, detail: ReportDetail): Section {
  const title = TITLES[result.by];
  if (result.lines.length === 0)
    return { title, blocks: [{ kind: 'text', text: 'The book is empty.', tone: 'muted' }] };
  const blocks: Block[] = [linesTable(result, detail)];
  if (result.tied) blocks.push({ kind: 'text', text: TIES, tone: 'muted' });
  return { title, blocks };
}

function linesTable(result: AttributeResult, detail: ReportDetail): Block {
  const { by, tied, initialMargin } = result;
  const shown = result.lines.slice(0, detail.positions).map(ofLine);
  const table = tableOf(columns(by, tied), [...shown, ...closing(result, detail, initialMargin)]);
  const left = result.lines.length - shown.length;
  return left > 0 ? { ...table, omitted: `${left} more lines not shown one by one; --json has them all` } : table;
}

function ofLine(line: AttributionLine): AttributionRow {
  return { name: cell(line.name), component: line.component, line, share: line.share };
}

/** The rows below the lines: what is not shown, what no line causes, and the sum. */
function closing(result: AttributeResult, detail: ReportDetail, margin: number): AttributionRow[] {
  const shareOf = (amount: number): number | null => (margin === 0 ? null : amount / margin);
  const sumRow = (name: Cell, component: number): AttributionRow => {
    return { name, component, line: null, share: shareOf(component) };
  };
  const { others, remainder } = result;
  const hidden = result.lines.slice(detail.positions).reduce((total, line) => total + line.component, 0);
  return [
    ...(result.lines.length > detail.positions ? [sumRow(cell('not shown', 'muted'), hidden)] : []),
    ...(others === null ? [] : [{ ...ofLine(others), name: cell(others.name, 'muted') }]),
    ...(money(remainder) === '0' ? [] : [sumRow(cell('remainder (of no line)', 'muted'), remainder)]),
    sumRow(cell('initial margin', 'strong'), margin),
  ];
}

function columns(by: AttributeResult['by'], tied: boolean): ColumnOf<AttributionRow>[] {
  const single = by === 'position';
  const range: ColumnOf<AttributionRow> = {
    title: 'range',
    rank: 2,
    of: ({ line }) => (line === null ? '' : rangeText(line)),
  };
  const held: ColumnOf<AttributionRow> = single
    ? { title: 'quantity', of: ({ line }) => (line?.quantity == null ? '' : quantity(line.quantity)) }
    : { title: 'positions', rank: 1, of: ({ line }) => (line === null ? '' : String(line.positions)) };
  const perContract: ColumnOf<AttributionRow> = {
    title: 'per contract',
    rank: 1,
    note: 'per contract: change of the margin for one contract more',
    of: ({ line }) => (line?.incremental == null ? '' : figure(line.incremental.up)),
  };
  return [
    { title: single ? 'instrument' : by, align: 'left', of: ({ name }) => name },
    held,
    {
      title: 'component',
      note: 'component: its share of this margin; they add up',
      of: ({ component }) => cell(money(component), component < 0 ? 'good' : 'plain'),
    },
    { title: 'share', rank: 1, of: ({ share }) => (share === null ? '' : percent(share)) },
    ...(tied ? [range] : []),
    {
      title: 'standalone',
      note: 'standalone: margin of the line alone',
      of: ({ line }) => (line === null ? '' : money(line.standalone)),
    },
    {
      title: 'marginal',
      note: 'marginal: what closing the line would save',
      of: ({ line }) => (line === null ? '' : money(line.marginal)),
    },
    ...(single ? [perContract] : []),
  ];
}

/** Nothing where every way to break a tie gives the same. */
function rangeText({ componentLow, componentHigh }: AttributionLine): string {
  const [low, high] = [money(componentLow), money(componentHigh)];
  return low === high ? '' : `${low}..${high}`;
}
