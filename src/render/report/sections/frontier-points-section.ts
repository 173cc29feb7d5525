import type { FrontierPointLine, FrontierResult } from '../../../schema/index.js';
import { figure, money, percent } from '../../number-format.js';
import { cell } from '../cell.js';
import type { Cell, Section } from '../report.js';
import { type ColumnOf, tableOf } from '../table-of.js';

const AXIS_TITLES = { cost: 'cost up to', vega: 'vega within', trades: 'trades up to' } as const;

const KNEE = 'Knee: the point farthest below the line between the ends.';

/** Every point of a frontier with what it buys. */
export function frontierPointsSection(result: FrontierResult): Section | null {
  const { by, points, currency, scope } = result;
  if (points.length === 0) return null;
  const whose = scope === 'total' ? '' : ` of ${scope}`;
  const blocks: Section['blocks'] = [
    tableOf(columnsOf(by, points), points),
    { kind: 'text', text: marksInWords(result), tone: 'muted' },
  ];
  return {
    title: `Frontier by ${by}${whose}, ${currency}`,
    blocks: blocks.filter((b) => b.kind !== 'text' || b.text !== ''),
  };
}

function columnsOf(by: FrontierResult['by'], points: readonly FrontierPointLine[]): ColumnOf<FrontierPointLine>[] {
  const amount = by === 'cost' ? money : figure;
  const orDash = (value: number | null, text: (value: number) => string): string =>
    value === null ? '-' : text(value);
  const columns: ColumnOf<FrontierPointLine>[] = [
    { title: AXIS_TITLES[by], of: ({ bound }) => amount(bound) },
    { title: 'margin', of: ({ margin }) => orDash(margin, money) },
    {
      title: 'next saves',
      rank: 1,
      of: ({ slope }) => orDash(slope, (value) => figure(Math.max(0, -value))),
    },
    { title: 'maintenance', rank: 4, of: ({ maintenanceMargin }) => orDash(maintenanceMargin, money) },
  ];
  if (by !== 'cost') columns.push({ title: 'cost', rank: 1, of: ({ cost }) => orDash(cost, money) });
  columns.push({
    title: 'trades',
    rank: 2,
    of: ({ margin, trades }) => (margin === null ? '-' : String(trades.length)),
  });
  if (points.some(({ gap }) => gap !== null && gap > 1e-6)) {
    columns.push({ title: 'gap', rank: 3, of: ({ gap }) => orDash(gap, percent) });
  }
  columns.push({ title: 'status', align: 'left', of: statusCell });
  return columns;
}

function statusCell({ status, knee, optimum }: FrontierPointLine): Cell {
  const marks = [...(knee ? ['knee'] : []), ...(optimum ? ['margo optimize'] : [])];
  if (status === 'optimal')
    return cell(marks.length === 0 ? 'optimal' : marks.join(', '), marks.length === 0 ? 'plain' : 'strong');
  return cell([status, ...marks].join(', '), status === 'searched' ? 'plain' : 'warning');
}

function marksInWords({ knee, optimum, by, marginWeight }: FrontierResult): string {
  const parts = knee === null ? [] : [KNEE];
  if (optimum !== null && by === 'cost') {
    const slope = marginWeight === 1 ? '1' : figure(1 / marginWeight);
    parts.push(`margo optimize: where a further unit of cost begins to save less than ${slope} of margin.`);
  }
  if (optimum !== null && by !== 'cost') parts.push('margo optimize: its answer without a limit there.');
  return parts.join(' ');
}
