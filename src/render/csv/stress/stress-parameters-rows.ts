import type { StressResult } from '../../../schema/index.js';
import type { CsvValue } from '../csv-text.js';

/** Rows of the columns of `stress-csv.ts`, one a state. */
export function stressParametersRows({ parameters }: StressResult): CsvValue[][] {
  return parameters === null ? [] : [];
}
