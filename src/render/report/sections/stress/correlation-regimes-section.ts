import type { StressRegime, StressRegimes } from '../../../../schema/index.js';
import { fixed, money, percent } from '../../../number-format.js';
import type { Section } from '../../report.js';
import { type ColumnOf, tableOf } from '../../table-of.js';
import { changeCell } from './change-cell.js';

/** Regimes of the prices: how often, how wild, how correlated, and what each would ask. */
export function correlationRegimesSection({ regimes, window, from, to }: StressRegimes): Section {
  const columns: ColumnOf<StressRegime>[] = [
    { title: 'regime', align: 'left', of: ({ name }) => name },
    { title: 'days', of: ({ days, share }) => `${days} (${percent(share)})` },
    {
      title: 'last spell',
      align: 'left',
      rank: 2,
      of: ({ spells }) => `${spells.at(-1)!.from} to ${spells.at(-1)!.to}`,
    },
    {
      title: 'daily vol',
      rank: 1,
      note: 'daily vol: mean over the underlyings',
      of: (one) => percent(meanVolatility(one)),
    },
    {
      title: 'correlation',
      rank: 1,
      note: 'correlation: mean over the pairs',
      of: ({ matrix }) => fixed(meanCorrelation(matrix), 3),
    },
    {
      title: 'margin',
      note: 'margin: with the correlations of the regime',
      of: ({ initialMargin }) => money(initialMargin),
    },
    { title: 'change', of: ({ marginChange }) => changeCell(marginChange) },
    {
      title: 'and vols',
      note: 'and vols: with its volatilities too',
      of: (one) => money(one.withVolatilities.initialMargin),
    },
    { title: 'change', of: (one) => changeCell(one.withVolatilities.marginChange) },
  ];
  const text = `By rolling windows of ${window} returns, ${from} to ${to}: mean volatility and mean correlation, clustered.`;
  return { title: 'Regimes of the prices', blocks: [{ kind: 'text', text, tone: 'muted' }, tableOf(columns, regimes)] };
}

function meanVolatility({ dailyVolatilities }: StressRegime): number {
  return (
    dailyVolatilities.reduce((total, { volatility }) => total + volatility, 0) / Math.max(1, dailyVolatilities.length)
  );
}

function meanCorrelation(matrix: readonly (readonly number[])[]): number {
  const above = matrix.flatMap((row, i) => row.slice(i + 1));
  return above.reduce((total, rho) => total + rho, 0) / Math.max(1, above.length);
}
