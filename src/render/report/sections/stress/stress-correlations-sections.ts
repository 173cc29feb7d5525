import type { StressResult } from '../../../../schema/index.js';
import type { Section } from '../../report.js';
import type { ReportDetail } from '../../report-detail.js';

/** Nothing where the part has no answer. */
export function stressCorrelationsSections({ correlations }: StressResult, _detail: ReportDetail): Section[] {
  return correlations === null ? [] : [{ title: 'Correlations', blocks: [] }];
}
