import type { StressParameters } from '../../../schema/stress/stress-parameters.js';
import { lacking, type StressPartRun } from '../stress-part.js';

/** The margin as the parameters of the model change. */
export const stressParameters: StressPartRun<StressParameters> = async () => lacking('--ranges FILE');
