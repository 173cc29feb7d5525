import { evaluate, evaluateSingle } from '../formula/index.js';
import { bookFigures } from './book-figures.js';
import type { PreparedRun } from './prepare-run.js';

/** What a line would need alone. Rules that are a formula at one book only are built for the line. */
export function standaloneMargin(run: PreparedRun, line: number): number {
  const quantity = run.quantities[line]!;
  if (run.model.exactAtBook !== true) return evaluateSingle(run.requirement.initial, line, quantity);
  const alone = new Float64Array(run.quantities.length);
  alone[line] = quantity;
  const { requirement, quantities } = bookFigures(run, alone);
  return evaluate(requirement.initial, quantities);
}
