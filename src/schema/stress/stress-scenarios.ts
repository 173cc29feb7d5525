import { type Static, Type } from '@sinclair/typebox';
import { closed } from '../common.js';
import { STRESSED_BOOK } from './stressed-book.js';

export const StressScenarioSchema = closed({
  name: Type.String(),
  moves: Type.Array(Type.String(), { description: 'each move in words' }),
  days: Type.Number({ description: 'by which time moves on' }),
  ...STRESSED_BOOK,
});

/** The scenarios of a file. */
export const StressScenariosSchema = closed({
  scenarios: Type.Array(StressScenarioSchema, { description: 'the largest loss first' }),
});

export type StressScenarioLine = Static<typeof StressScenarioSchema>;
export type StressScenarios = Static<typeof StressScenariosSchema>;
