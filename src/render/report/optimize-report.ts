import type { Envelope, OptimizeResult, Status } from '../../schema/index.js';
import { figure, gapPercent, money, percent, withSign } from '../number-format.js';
import { assembleReport } from './assemble-report.js';
import { brokenLimits } from './broken-limits.js';
import { cell } from './cell.js';
import { provenWords } from './proven-words.js';
import type { Cell, Report } from './report.js';
import type { ReportDetail } from './report-detail.js';
import { candidatesSection } from './sections/candidates-section.js';
import { collateralSection } from './sections/collateral-section.js';
import { conflictSection } from './sections/conflict-section.js';
import { ellipsoidSection } from './sections/ellipsoid-section.js';
import { explanationSection } from './sections/explanation-section.js';
import { greekChangeSection } from './sections/greek-change-section.js';
import { horizonWords } from './sections/horizon-words.js';
import { limitsSection } from './sections/limits-section.js';
import { marginChangeSection } from './sections/margin-change-section.js';
import { marginDatesSection } from './sections/margin-dates-section.js';
import { proofSection } from './sections/proof-section.js';
import { ROBUST_WORDS, robustSection } from './sections/robust-section.js';
import { secondAimSection } from './sections/second-aim-section.js';
import { tradesSection } from './sections/trades-section.js';
import { worstScenarioSection } from './sections/worst-scenario-section.js';

/** Which trades lower the margin most inside the limits, and how good that answer is; or which limits stand in the way. */
export function optimizeReport(document: Envelope<OptimizeResult>, detail: ReportDetail): Report {
  return assembleReport(document, detail, (result) => {
    const { before, after } = result;
    return {
      sections: [
        marginChangeSection(before, after, result.cash, result.currency),
        marginDatesSection(before, after, result.horizon),
        robustSection(result),
        collateralSection(result, detail),
        proofSection(result),
        secondAimSection(result),
        conflictSection(result.conflict),
        limitsSection(result.limits),
        after === null ? null : tradesSection(result.trades, result.cost, detail, result.horizon),
        explanationSection(result),
        after === null ? null : greekChangeSection(before, after),
        worstScenarioSection([
          { label: after === null ? '' : 'Before: ', worst: before.worstScenario },
          ...(after === null ? [] : [{ label: 'After: ', worst: after.worstScenario }]),
        ]),
        ellipsoidSection(result.search),
        candidatesSection(result.candidates, detail),
      ],
      summary: summaryOf(result, document.status),
    };
  });
}

function summaryOf(result: OptimizeResult, status: Status): Cell {
  const { before, after, currency } = result;
  if (after === null) {
    const names = result.conflict === null ? '' : ` in conflict: ${result.conflict.limits.join(', ')}.`;
    const margin = `Initial margin stays ${money(before.initialMargin)} ${currency}.`;
    return status === 'infeasible'
      ? cell(`Infeasible: the limits cannot be met${names === '' ? '.' : `;${names}`} ${margin}`, 'bad')
      : cell(`No book was found. ${margin}`, 'bad');
  }
  const move = `${marginMove(before.initialMargin, after.initialMargin)} ${currency}`;
  const head = `${move}${horizonMove(result)}${robustMove(result)}${collateralMove(result)}, ${tradeCount(result)}`;
  const relaxed = result.limits.filter((line) => line.relaxedBy > 0).length;
  const given = relaxed === 0 ? '' : ` ${relaxed} limit${relaxed === 1 ? '' : 's'} relaxed.`;
  const tail = `${closeness(result)}${given}${status === 'stopped' ? ' Stopped early.' : ''}`;
  const broken = brokenLimits(result.limits);
  if (broken !== '') return cell(`${head}${tail} ${broken}`, 'bad');
  return cell(`${head}${tail}`, status === 'ok' ? 'strong' : 'warning');
}

/** What became of the margin that was made small, where it is not today's. */
function horizonMove({ before, after, horizon, currency }: OptimizeResult): string {
  if (horizon === undefined || before.horizonMargin === undefined || after?.horizonMargin === undefined) return '';
  const move = `${money(before.horizonMargin)} -> ${money(after.horizonMargin)} ${currency}`;
  return ` today, ${move} ${horizonWords(horizon)}`;
}

/** What became of the margin of the cases, where those are hedged against. */
function robustMove({ robust, currency }: OptimizeResult): string {
  if (robust === undefined || robust.after === null) return '';
  return `; ${ROBUST_WORDS[robust.rule]} ${money(robust.before)} -> ${money(robust.after)} ${currency}`;
}

/** What became of the cost of collateral, where that is what the objective holds. */
function collateralMove({ collateral, currency }: OptimizeResult): string {
  if (collateral === undefined || collateral.costAfter === null) return '';
  const { costBefore, costAfter, horizonDays } = collateral;
  const before = costBefore === null ? 'not enough' : money(costBefore);
  return `; its collateral ${before} -> ${money(costAfter)} ${currency} over ${figure(horizonDays)} days`;
}

function marginMove(before: number, after: number): string {
  const relative = before === 0 ? '' : ` (${withSign(percent((after - before) / Math.abs(before)))})`;
  return `Initial margin ${money(before)} -> ${money(after)}${relative}`;
}

function tradeCount({ trades, cost }: OptimizeResult): string {
  if (trades.length === 0) return 'no improving trade;';
  const count = `${trades.length} trade${trades.length === 1 ? '' : 's'}`;
  return `${count}${cost === null ? '' : ` costing ${money(cost.total)}`};`;
}

function closeness({ bound, gap, proven }: OptimizeResult): string {
  if (bound === null || gap === null) return ' no bound is known.';
  return ` bound ${money(bound)}, gap ${gapPercent(gap)}${proven ? `, ${provenWords(gap)}` : ''}.`;
}
