import type { Static } from '@sinclair/typebox';
import { closed } from '../common.js';

/** What the margin becomes as the parameters of the model change. */
export const StressParametersSchema = closed({});

export type StressParameters = Static<typeof StressParametersSchema>;
