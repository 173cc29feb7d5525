import type { CorrelateResult, Envelope } from '../../schema/index.js';
import { significant } from '../number-format.js';
import { assembleReport } from './assemble-report.js';
import { cell } from './cell.js';
import type { Cell, Report } from './report.js';
import type { ReportDetail } from './report-detail.js';
import { correlateEstimateSections } from './sections/correlate-estimate-sections.js';
import { correlateHedgesSections, correlateHedgesSummary } from './sections/correlate-hedges-sections.js';
import { correlateMatrixSection } from './sections/correlate-matrix-section.js';
import { correlateRepairSections, correlateRepairSummary } from './sections/correlate-repair-sections.js';
import { correlateSelectionSection } from './sections/correlate-selection-section.js';

/** The matrix, how it was estimated, how much is known of each pair, and what the other modes found. */
export function correlateReport(document: Envelope<CorrelateResult>, detail: ReportDetail): Report {
  return assembleReport(document, detail, (result) => ({
    sections: [
      ...correlateHedgesSections(result.hedges, detail),
      ...correlateRepairSections(result.repair, detail),
      correlateMatrixSection(result),
      correlateSelectionSection(result.selection),
      ...(result.hedges === null ? correlateEstimateSections(result.estimate, detail) : []),
    ],
    summary: summaryOf(result),
  }));
}

function summaryOf({ names, smallestEigenvalue, conditionNumber, estimate, repair, hedges }: CorrelateResult): Cell {
  if (hedges !== null) return correlateHedgesSummary(hedges);
  if (repair !== null) return correlateRepairSummary(names.length, repair);
  const how = estimate === null ? '' : ` by ${estimate.estimator}, ${estimate.from} to ${estimate.to}`;
  const condition = conditionNumber === null ? 'singular' : `condition number ${significant(conditionNumber, 3)}`;
  const eigenvalue = `smallest eigenvalue ${significant(smallestEigenvalue, 3)}, ${condition}`;
  const repaired = estimate?.repaired === true ? '; repaired to the nearest correlation matrix' : '';
  return cell(`Correlations of ${names.length} underlyings${how}: ${eigenvalue}${repaired}.`, 'strong');
}
