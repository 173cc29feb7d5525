import type { StressResult } from '../../../../schema/index.js';
import type { Section } from '../../report.js';
import type { ReportDetail } from '../../report-detail.js';

/** Nothing where the part has no answer. */
export function stressParametersSections({ parameters }: StressResult, _detail: ReportDetail): Section[] {
  return parameters === null ? [] : [{ title: 'Parameters', blocks: [] }];
}
