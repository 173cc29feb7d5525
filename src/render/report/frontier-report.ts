import type { Envelope, FrontierResult, Status } from '../../schema/index.js';
import { figure, money } from '../number-format.js';
import { assembleReport } from './assemble-report.js';
import { cell } from './cell.js';
import type { Cell, Report } from './report.js';
import type { ReportDetail } from './report-detail.js';
import { candidatesSection } from './sections/candidates-section.js';
import { conflictSection } from './sections/conflict-section.js';
import { frontierChartSection } from './sections/frontier-chart-section.js';
import { frontierPointsSection } from './sections/frontier-points-section.js';
import { frontierTradesSection } from './sections/frontier-trades-section.js';

/** What more of a resource buys: the curve, its points, and the trades at the knee. */
export function frontierReport(document: Envelope<FrontierResult>, detail: ReportDetail): Report {
  return assembleReport(document, detail, (result) => ({
    sections: [
      frontierPointsSection(result),
      frontierChartSection(result),
      conflictSection(result.conflict),
      frontierTradesSection(result, detail),
      candidatesSection(result.candidates, detail),
    ],
    summary: summaryOf(result, document.status),
  }));
}

function summaryOf(result: FrontierResult, status: Status): Cell {
  const { before, points, currency, by, knee, exact, breakpoints } = result;
  const stays = `Initial margin stays ${money(before.margin)} ${currency}.`;
  if (status === 'infeasible')
    return cell(`Infeasible: the limits cannot be met, however much is used. ${stays}`, 'bad');
  const last = points.findLast(({ margin }) => margin !== null);
  if (last === undefined) return cell(`No book was found. ${stays}`, 'bad');
  const move = `Initial margin ${money(before.margin)} -> ${money(last.margin ?? 0)} ${currency} ${amountWords(by, last.bound)}.`;
  const at = knee === null ? null : points[knee]!;
  const knees = at === null ? 'No knee.' : `Knee: ${money(at.margin ?? 0)} ${amountWords(by, at.bound)}.`;
  const known = breakpoints === null || breakpoints.length === 0 ? '' : ` ${breakpoints.length} breakpoints`;
  const pieces = known === '' ? '' : `${known}, ${exact ? 'exact' : 'not all there are'}.`;
  const stopped = status === 'stopped' ? ' Stopped early.' : '';
  return cell(`${move} ${knees}${pieces}${stopped}`, status === 'ok' ? 'strong' : 'warning');
}

/** `at a cost of 1,200`, `with a vega of at most 35`, `with 4 trades`. */
function amountWords(by: FrontierResult['by'], bound: number): string {
  if (by === 'cost') return `at a cost of ${money(bound)}`;
  return by === 'vega' ? `with a vega within ${figure(bound)}` : `with ${bound} trade${bound === 1 ? '' : 's'}`;
}
