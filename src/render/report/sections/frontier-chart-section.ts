import type { FrontierResult } from '../../../schema/index.js';
import { figure, money } from '../../number-format.js';
import type { ChartBlock, Section } from '../report.js';

/** The curve: what the points make smallest, against how much of the resource may be used. Nothing with fewer than two points. */
export function frontierChartSection(result: FrontierResult): Section | null {
  const { by, currency, points, breakpoints, exact, unit } = result;
  const found = points.flatMap(({ bound, objective }) => (objective === null ? [] : [{ x: bound, y: objective }]));
  const curve =
    exact && breakpoints !== null ? breakpoints.map(({ bound, objective }) => ({ x: bound, y: objective })) : found;
  if (curve.length < 2) return null;
  const mark = result.knee === null ? null : points[result.knee]!;
  const amount = by === 'cost' ? money : figure;
  const chart: ChartBlock = {
    kind: 'chart',
    caption: by === 'cost' ? `initial margin, ${currency}` : `margin and cost, ${currency}`,
    xTitle: by === 'trades' ? 'trades' : `${by}, ${unit}`,
    curve,
    mark: mark === null || mark.objective === null ? null : { x: mark.bound, y: mark.objective, label: 'knee' },
    xLabels: [amount(curve[0]!.x), amount(curve.at(-1)!.x)],
  };
  return { title: 'Chart', blocks: [chart] };
}
