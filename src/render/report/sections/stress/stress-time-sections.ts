import type { StressDay, StressResult } from '../../../../schema/index.js';
import { money, signedMoney } from '../../../number-format.js';
import { cell } from '../../cell.js';
import type { ChartBlock, Section } from '../../report.js';
import type { ReportDetail } from '../../report-detail.js';
import { tableOf } from '../../table-of.js';

/** Days in a table on a terminal; what expires and the highest margin are always among them. */
const EVEN_DAYS = 12;

/** Margin on each day to come: a curve, and the days that matter. */
export function stressTimeSections({ time, currency }: StressResult, detail: ReportDetail): Section[] {
  if (time === null) return [];
  const { dates, highest } = time;
  const chart: ChartBlock = {
    kind: 'chart',
    caption: `initial margin, ${currency}`,
    xTitle: 'days',
    curve: dates.map(({ days, initialMargin }) => ({ x: days, y: initialMargin })),
    mark: { x: highest.days, y: highest.initialMargin, label: 'highest' },
    xLabels: [dates[0]!.date.slice(0, 10), dates.at(-1)!.date.slice(0, 10)],
  };
  const step = Math.max(1, Math.ceil(dates.length / (detail.issues ? detail.positions : EVEN_DAYS)));
  const shown = dates.filter(
    ({ expired, days }, k) => k % step === 0 || k === dates.length - 1 || expired.length > 0 || days === highest.days,
  );
  const table = tableOf<StressDay>(
    [
      { title: 'date', align: 'left', of: ({ date }) => date.slice(0, 10) },
      { title: 'days', rank: 2, of: ({ days }) => String(days) },
      {
        title: 'initial margin',
        of: ({ initialMargin, days }) => cell(money(initialMargin), days === highest.days ? 'strong' : 'plain'),
      },
      { title: 'maintenance margin', rank: 1, of: ({ maintenanceMargin }) => money(maintenanceMargin) },
      { title: 'P&L', note: 'of time alone, since now', of: ({ pnl }) => signedMoney(pnl) },
    ],
    shown,
    { detailTitle: 'expired', detail: ({ expired }) => (expired.length === 0 ? '' : `expired: ${expired.join(', ')}`) },
  );
  return [{ title: 'Margin by day', blocks: [...(dates.length > 1 ? [chart] : []), table] }];
}
