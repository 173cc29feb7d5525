import type { Greeks, GreekTable } from '../../../schema/index.js';
import { figure, money } from '../../number-format.js';
import { cell } from '../cell.js';
import type { Section } from '../report.js';
import { type ColumnOf, tableOf } from '../table-of.js';

interface GreekRow extends Greeks {
  readonly label: string;
  readonly isTotal: boolean;
}

const UNITS =
  'delta in units (totals: money per 100% move), gamma per 1 of price (totals: money per 1% squared), ' +
  'vega per volatility point, theta per day, rho per 1% of rate';

/** Greeks by underlying and, below each, by expiry; the total over all underlyings is in money. */
export function greeksSection(greeks: GreekTable): Section {
  const rows: GreekRow[] = greeks.byUnderlying.flatMap((line) => [
    { ...line, label: line.underlying, isTotal: true },
    ...greeks.byExpiry
      .filter((part) => part.underlying === line.underlying)
      .map((part) => ({ ...part, label: `  ${part.expiry?.slice(0, 10) ?? 'no expiry'}`, isTotal: false })),
  ]);
  if (greeks.byUnderlying.length !== 1) rows.push({ ...greeks.total, label: 'all, in money', isTotal: true });
  return {
    title: 'Greeks',
    blocks: [tableOf(columns(), rows), { kind: 'text', text: UNITS, tone: 'muted' }],
  };
}

function columns(): ColumnOf<GreekRow>[] {
  return [
    { title: 'underlying', align: 'left', of: (row) => cell(row.label, row.isTotal ? 'strong' : 'plain') },
    { title: 'delta', of: (row) => figure(row.delta) },
    { title: 'delta cash', rank: 2, of: (row) => money(row.deltaCash) },
    { title: 'gamma', of: (row) => figure(row.gamma) },
    { title: 'vega', of: (row) => figure(row.vega) },
    { title: 'theta', of: (row) => figure(row.theta) },
    { title: 'rho', rank: 1, of: (row) => figure(row.rho) },
    { title: 'vanna', rank: 3, of: (row) => figure(row.vanna) },
    { title: 'volga', rank: 3, of: (row) => figure(row.volga) },
  ];
}
