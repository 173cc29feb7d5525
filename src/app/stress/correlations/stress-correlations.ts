import type { StressCorrelations } from '../../../schema/stress/stress-correlations.js';
import { lacking, type StressPartRun } from '../stress-part.js';

/** The margin as correlations move. */
export const stressCorrelations: StressPartRun<StressCorrelations> = async () => lacking('--correlations FILE');
