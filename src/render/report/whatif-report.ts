import type { Envelope, WhatIfResult } from '../../schema/index.js';
import { money, signedMoney } from '../number-format.js';
import { assembleReport } from './assemble-report.js';
import { brokenLimits } from './broken-limits.js';
import { cell } from './cell.js';
import type { Cell, Report } from './report.js';
import type { ReportDetail } from './report-detail.js';
import { breakdownSection } from './sections/breakdown-section.js';
import { ellipsoidSection } from './sections/ellipsoid-section.js';
import { greekChangeSection } from './sections/greek-change-section.js';
import { limitsSection } from './sections/limits-section.js';
import { marginChangeSection } from './sections/margin-change-section.js';
import { marginDatesSection } from './sections/margin-dates-section.js';
import { tradesSection } from './sections/trades-section.js';
import { worstScenarioSection } from './sections/worst-scenario-section.js';

/** What given trades would do to the margin. */
export function whatIfReport(document: Envelope<WhatIfResult>, detail: ReportDetail): Report {
  return assembleReport(document, detail, (result) => ({
    sections: [
      marginChangeSection(result.before, result.after, result.cash, result.currency),
      marginDatesSection(result.before, result.after, result.horizon),
      limitsSection(result.limits),
      worstScenarioSection([
        { label: 'Before: ', worst: result.before.worstScenario },
        { label: 'After: ', worst: result.after.worstScenario },
      ]),
      ellipsoidSection(result.search),
      breakdownSection(result.breakdown, detail),
      greekChangeSection(result.before, result.after),
      tradesSection(result.trades, result.cost, detail, result.horizon),
    ],
    summary: summaryOf(result),
  }));
}

function summaryOf(result: WhatIfResult): Cell {
  const { before, after, currency, cost } = result;
  const move = `${money(before.initialMargin)} -> ${money(after.initialMargin)} ${currency}`;
  const change = `Initial margin ${move} (${signedMoney(result.marginChange)}) for a cost of ${money(cost.total)}.`;
  const broken = brokenLimits(result.limits);
  return broken === '' ? cell(change, 'strong') : cell(`${change} ${broken}`, 'bad');
}
