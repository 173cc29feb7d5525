import type { StressResult } from '../../schema/index.js';
import type { NdjsonLine } from './ndjson-line.js';
import { stressCorrelationsLines } from './stress/stress-correlations-lines.js';
import { stressParametersLines } from './stress/stress-parameters-lines.js';

/** Lines of a stress document: scenario, window, history, those of correlations and parameters, day, time, summary. */
export function stressLines(result: StressResult): NdjsonLine[] {
  const { scenarios, history, correlations, parameters, time, ...summary } = result;
  const lines: NdjsonLine[] = (scenarios?.scenarios ?? []).map((one) => ({ type: 'scenario', ...one }));
  if (history !== null) {
    const { windows, ...rest } = history;
    lines.push(...windows.map((window) => ({ type: 'window', ...window })), { type: 'history', ...rest });
  }
  if (correlations !== null) lines.push(...stressCorrelationsLines(correlations));
  if (parameters !== null) lines.push(...stressParametersLines(parameters));
  if (time !== null) {
    const { dates, ...rest } = time;
    lines.push(...dates.map((day) => ({ type: 'day', ...day })), { type: 'time', ...rest });
  }
  return [...lines, { type: 'summary', ...summary }];
}
