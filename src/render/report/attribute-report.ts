import type { AttributeResult, Envelope } from '../../schema/index.js';
import { money, percent, signedMoney } from '../number-format.js';
import { assembleReport } from './assemble-report.js';
import { brokenLimits } from './broken-limits.js';
import { cell } from './cell.js';
import type { Cell, Report } from './report.js';
import type { ReportDetail } from './report-detail.js';
import { attributionSection } from './sections/attribution-section.js';
import { limitsSection } from './sections/limits-section.js';

/** Which part of the book costs how much margin. */
export function attributeReport(document: Envelope<AttributeResult>, detail: ReportDetail): Report {
  return assembleReport(document, detail, (result) => ({
    sections: [attributionSection(result, detail), limitsSection(result.limits, false)],
    summary: summaryOf(result),
  }));
}

function summaryOf(result: AttributeResult): Cell {
  const { initialMargin, standaloneMargin, offsetBenefit, currency, lines } = result;
  const [first] = lines;
  const alone = `alone the lines would need ${money(standaloneMargin)} (offset ${signedMoney(-offsetBenefit)})`;
  const costliest =
    first === undefined || first.share === null || first.component <= 0
      ? ''
      : ` ${first.name} costs the most: ${money(first.component)}, ${percent(first.share)}.`;
  const text = `Initial margin ${money(initialMargin)} ${currency}; ${alone}.${costliest}`;
  const broken = brokenLimits(result.limits);
  return broken === '' ? cell(text, 'strong') : cell(`${text} ${broken}`, 'bad');
}
