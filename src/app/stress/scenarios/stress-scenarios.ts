import type { StressScenarios } from '../../../schema/stress/stress-scenarios.js';
import { lacking, type StressPartRun } from '../stress-part.js';

/** The scenarios of a file. */
export const stressScenarios: StressPartRun<StressScenarios> = async () => lacking('--scenarios-file FILE');
