/** The parts of a stress document. */
export type * from './stress-correlations.js';
export type * from './stress-history.js';
export type * from './stress-parameters.js';
export type * from './stress-scenarios.js';
export type * from './stress-time.js';
export type * from './stressed-book.js';
