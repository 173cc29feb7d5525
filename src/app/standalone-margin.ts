import { evaluate, evaluateSingle } from '../formula/index.js';
import type { PreparedRun } from './prepare-run.js';

/** What a line would need alone. Rules that are a formula at one book only are built for the line. */
export function standaloneMargin(run: PreparedRun, line: number): number {
  const quantity = run.quantities[line]!;
  if (run.model.exactAtBook !== true) return evaluateSingle(run.requirement.initial, line, quantity);
  // Of the line and nothing else: a book of ten thousand lines would be gone through ten thousand times.
  const book = Float64Array.of(quantity);
  const inputs = { ...run.inputs, lines: [run.lines[line]!], book };
  return evaluate(run.model.build(inputs, run.parameters.values).initial, book);
}
