import type { CorrelationCurve } from '../../../../schema/index.js';
import { fixed, money } from '../../../number-format.js';
import type { ChartBlock, Section } from '../../report.js';
import { tableOf } from '../../table-of.js';

/** Every so many points are printed below the chart. */
const PRINTED_EVERY = 4;

/** The margin as the correlation of a pair runs over all it may be: a chart, and figures from it. */
export function correlationCurveSection({ a, b, points }: CorrelationCurve, currency: string): Section {
  const [first, last] = [points[0]!, points.at(-1)!];
  const chart: ChartBlock = {
    kind: 'chart',
    caption: `initial margin, ${currency}`,
    xTitle: `correlation of ${a} and ${b}`,
    curve: points.map(({ correlation, initialMargin }) => ({ x: correlation, y: initialMargin })),
    mark: null,
    xLabels: [fixed(first.correlation, 2), fixed(last.correlation, 2)],
  };
  const table = tableOf(
    [
      { title: 'correlation', of: ({ correlation }) => fixed(correlation, 3) },
      { title: 'margin', of: ({ initialMargin }) => money(initialMargin) },
    ],
    points.filter((_, k) => k % PRINTED_EVERY === 0 || k === points.length - 1),
  );
  return { title: `Margin as ${a} and ${b} part`, blocks: [chart, table] };
}
