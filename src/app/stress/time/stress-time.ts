import type { StressTime } from '../../../schema/stress/stress-time.js';
import { lacking, type StressPartRun } from '../stress-part.js';

/** Margin on each day to come. */
export const stressTime: StressPartRun<StressTime> = async () => lacking('--until DATE');
