import type { Greeks, MarginSummary } from '../../../schema/index.js';
import { figure, withSign } from '../../number-format.js';
import type { Section } from '../report.js';
import { tableOf } from '../table-of.js';

const SHOWN = ['delta', 'gamma', 'vega', 'theta', 'rho'] as const satisfies readonly (keyof Greeks)[];

/** What the trades do to each underlying's greeks. */
export function greekChangeSection(before: MarginSummary, after: MarginSummary): Section {
  const names = [
    ...new Set([...before.greeksByUnderlying, ...after.greeksByUnderlying].map((line) => line.underlying)),
  ];
  const rows = names.flatMap((underlying) =>
    SHOWN.map((greek) => ({
      underlying,
      greek,
      before: greekOf(before, underlying, greek),
      after: greekOf(after, underlying, greek),
    })),
  );
  return {
    title: 'Greeks before and after',
    blocks: [
      tableOf(
        [
          { title: 'underlying', align: 'left', of: (row) => row.underlying },
          { title: 'greek', align: 'left', of: (row) => row.greek },
          { title: 'before', of: (row) => figure(row.before) },
          { title: 'after', of: (row) => figure(row.after) },
          { title: 'change', of: (row) => withSign(figure(row.after - row.before)) },
        ],
        rows,
      ),
    ],
  };
}

function greekOf(summary: MarginSummary, underlying: string, greek: keyof Greeks): number {
  return summary.greeksByUnderlying.find((line) => line.underlying === underlying)?.[greek] ?? 0;
}
