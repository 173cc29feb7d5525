import type { Static } from '@sinclair/typebox';
import { closed } from '../common.js';

/** What the margin becomes as correlations move. */
export const StressCorrelationsSchema = closed({});

export type StressCorrelations = Static<typeof StressCorrelationsSchema>;
