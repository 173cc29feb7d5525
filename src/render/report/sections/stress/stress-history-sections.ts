import type { StressResult } from '../../../../schema/index.js';
import type { Section } from '../../report.js';
import type { ReportDetail } from '../../report-detail.js';

/** Nothing where the part has no answer. */
export function stressHistorySections({ history }: StressResult, _detail: ReportDetail): Section[] {
  return history === null ? [] : [{ title: 'History', blocks: [] }];
}
