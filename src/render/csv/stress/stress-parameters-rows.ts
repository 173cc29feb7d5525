import type { StressResult } from '../../../schema/index.js';
import type { CsvValue } from '../csv-text.js';

/** Rows of the columns of `stress-csv.ts`, one a state: each bump that moves the margin, and the worst set. */
export function stressParametersRows({ parameters, base }: StressResult): CsvValue[][] {
  if (parameters === null) return [];
  const { sensitivities, worst, margin } = parameters;
  const row = (name: string, initial: number): CsvValue[] => {
    const rest: CsvValue[] = [null, base.portfolioValue, null, null, null];
    return ['parameters', name, null, null, 0, initial, initial - margin, ...rest];
  };
  const bumped = sensitivities.map(({ parameter, step, slopeUp, slopeDown }) => {
    const side = slopeUp === null ? -1 : 1;
    return row(`${parameter} ${side < 0 ? '-' : '+'}${step}`, margin + side * (slopeUp ?? slopeDown ?? 0) * step);
  });
  return worst === null ? bumped : [...bumped, row('worst set', worst.margin)];
}
