import type { Envelope, StressResult } from '../../schema/index.js';
import { money, signedMoney } from '../number-format.js';
import { assembleReport } from './assemble-report.js';
import { cell } from './cell.js';
import type { Cell, Report } from './report.js';
import type { ReportDetail } from './report-detail.js';
import { stressBaseSection } from './sections/stress/stress-base-section.js';
import { stressCorrelationsSections } from './sections/stress/stress-correlations-sections.js';
import { stressHistorySections } from './sections/stress/stress-history-sections.js';
import { stressParametersSections } from './sections/stress/stress-parameters-sections.js';
import { stressScenariosSections } from './sections/stress/stress-scenarios-sections.js';
import { stressTimeSections } from './sections/stress/stress-time-sections.js';

/** What a book and its margin become under stress. */
export function stressReport(document: Envelope<StressResult>, detail: ReportDetail): Report {
  return assembleReport(document, detail, (result) => ({
    sections: [
      stressBaseSection(result),
      ...stressScenariosSections(result, detail),
      ...stressHistorySections(result, detail),
      ...stressCorrelationsSections(result, detail),
      ...stressParametersSections(result, detail),
      ...stressTimeSections(result, detail),
    ],
    summary: summaryOf(result),
  }));
}

function summaryOf(result: StressResult): Cell {
  const { base, currency, scenarios, history, time, thresholds } = result;
  const parts = [`Initial margin ${money(base.initialMargin)} ${currency}.`];
  const [scenario] = scenarios?.scenarios ?? [];
  if (scenario !== undefined) {
    parts.push(
      `Worst scenario ${scenario.name}: ${signedMoney(scenario.pnl)}, margin ${money(scenario.initialMargin)}.`,
    );
  }
  const windows = (history?.windows ?? []).flatMap(({ name, book }) => (book === null ? [] : [{ name, ...book }]));
  const [first, ...others] = windows;
  if (first !== undefined) {
    const window = others.reduce((low, one) => (one.pnl < low.pnl ? one : low), first);
    parts.push(`Worst window ${window.name}: ${signedMoney(window.pnl)}, margin ${money(window.initialMargin)}.`);
  }
  if (result.correlations !== null)
    parts.push(`Worst correlations: margin ${money(result.correlations.worst.initialMargin)}.`);
  if (result.parameters?.worst) parts.push(`Worst parameters: margin ${money(result.parameters.worst.margin)}.`);
  if (time !== null)
    parts.push(`Lifetime margin ${money(time.highest.initialMargin)} on ${time.highest.date.slice(0, 10)}.`);
  const broken = thresholds.exceeded.map(({ threshold, name, value }) =>
    threshold === 'maxLoss'
      ? `Loss ${money(value)} in ${name} is above ${money(thresholds.maxLoss ?? 0)}.`
      : `Margin ${money(value)} in ${name} is above ${money(thresholds.failAbove ?? 0)}.`,
  );
  return cell([...parts, ...broken].join(' '), broken.length > 0 ? 'bad' : 'strong');
}
