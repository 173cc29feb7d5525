import type { StressHistory } from '../../../schema/stress/stress-history.js';
import { lacking, type StressPartRun } from '../stress-part.js';

/** Moves of the past on the book of today. */
export const stressHistory: StressPartRun<StressHistory> = async () => lacking('--prices FILE');
