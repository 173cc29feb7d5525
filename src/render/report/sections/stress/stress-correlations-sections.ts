import type { StressCorrelations, StressResult } from '../../../../schema/index.js';
import type { Section } from '../../report.js';
import type { ReportDetail } from '../../report-detail.js';
import { correlationCurveSection } from './correlation-curve-section.js';
import { correlationMatricesSection } from './correlation-matrices-section.js';
import { correlationPairsSection } from './correlation-pairs-section.js';
import { correlationRegimesSection } from './correlation-regimes-section.js';
import { worstCorrelationsSection } from './worst-correlations-section.js';

/** What the margin becomes as correlations move; nothing where the part has no answer. */
export function stressCorrelationsSections(result: StressResult, detail: ReportDetail): Section[] {
  const { correlations, currency } = result;
  return correlations === null ? [] : sectionsOf(correlations, currency, detail);
}

function sectionsOf(correlations: StressCorrelations, currency: string, detail: ReportDetail): Section[] {
  const { curve, regimes, worst, names } = correlations;
  return [
    worstCorrelationsSection(worst, names, detail),
    correlationMatricesSection(correlations),
    correlationPairsSection(correlations, detail),
    ...(curve === null ? [] : [correlationCurveSection(curve, currency)]),
    ...(regimes === null ? [] : [correlationRegimesSection(regimes)]),
  ];
}
