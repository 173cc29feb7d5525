import type { Cell, Tone } from './report.js';

/** A text with its emphasis. */
export function cell(text: string, tone: Tone = 'plain'): Cell {
  return { text, tone };
}
