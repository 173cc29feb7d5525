import type { LimitLine, MarginSummary, WhatIfResult } from '../../schema/index.js';
import { type CsvValue, csvText } from './csv-text.js';

const COLUMNS = ['kind', 'measure', 'scope', 'before', 'after', 'change', 'min', 'max', 'binding'];

const GREEKS = ['delta', 'gamma', 'vega', 'theta', 'rho', 'vanna', 'volga', 'deltaCash'] as const;

/** A whatif document's main table: one row per figure that the trades change, its `kind` margin, greek or limit. */
export function whatIfCsv(result: WhatIfResult | null): string {
  return csvText(
    COLUMNS,
    result === null ? [] : [...marginRows(result), ...greekRows(result), ...limitRows(result.limits)],
  );
}

function changeRow(kind: string, measure: string, scope: string, before: number, after: number): CsvValue[] {
  return [kind, measure, scope, before, after, after - before, null, null, null];
}

function marginRows({ before, after, cash }: WhatIfResult): CsvValue[][] {
  const rows = [
    changeRow('margin', 'initial_margin', 'total', before.initialMargin, after.initialMargin),
    changeRow('margin', 'maintenance_margin', 'total', before.maintenanceMargin, after.maintenanceMargin),
    changeRow('margin', 'portfolio_value', 'total', before.portfolioValue, after.portfolioValue),
    changeRow('margin', 'cash', 'total', 0, cash),
  ];
  const [early, late] = [before.atHorizon, after.atHorizon];
  if (early === null || late === null) return rows;
  return [
    ...rows,
    ...dateRows(before, after),
    changeRow('margin', 'initial_margin', late.date, early.initialMargin, late.initialMargin),
    changeRow('margin', 'maintenance_margin', late.date, early.maintenanceMargin, late.maintenanceMargin),
  ];
}

/** The dates between today and the horizon's end, and what the rule makes of all. */
function dateRows(before: MarginSummary, after: MarginSummary): CsvValue[][] {
  const [early = [], late = []] = [before.byDate, after.byDate];
  const rows = early.map(({ date, initialMargin }, k) =>
    changeRow('margin', 'initial_margin', date, initialMargin, late[k]?.initialMargin ?? initialMargin),
  );
  const [was, is] = [before.horizonMargin, after.horizonMargin];
  const whole = was === undefined || is === undefined ? [] : [changeRow('margin', 'horizon_margin', 'total', was, is)];
  return [...rows.slice(1, -1), ...whole];
}

function greekRows({ before, after }: WhatIfResult): CsvValue[][] {
  const names = new Set([...before.greeksByUnderlying, ...after.greeksByUnderlying].map((line) => line.underlying));
  const of = (summary: MarginSummary, name: string) => summary.greeksByUnderlying.find((l) => l.underlying === name);
  return [...names].flatMap((name) =>
    GREEKS.map((greek) =>
      changeRow(
        'greek',
        greek === 'deltaCash' ? 'delta_cash' : greek,
        name,
        of(before, name)?.[greek] ?? 0,
        of(after, name)?.[greek] ?? 0,
      ),
    ),
  );
}

function limitRows(limits: readonly LimitLine[]): CsvValue[][] {
  return limits.map((line) => [
    'limit',
    line.limit,
    line.scope,
    line.before,
    line.value,
    line.value - line.before,
    line.min,
    line.max,
    line.binding,
  ]);
}
