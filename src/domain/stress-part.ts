/** The parts of a stress run, in the order of its document. */
export const STRESS_PARTS = ['scenarios', 'history', 'correlations', 'parameters', 'time'] as const;

export type StressPart = (typeof STRESS_PARTS)[number];
