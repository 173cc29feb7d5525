import type { Tone } from './report.js';

/** The emphasis of a gain or a loss; the text carries the sign as well. */
export function signTone(value: number): Tone {
  if (value === 0) return 'plain';
  return value > 0 ? 'good' : 'bad';
}
