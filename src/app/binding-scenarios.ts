import { evaluate } from '../formula/index.js';
import type { MarginRequirement } from '../margin/index.js';
import type { BindingScenario } from '../schema/hedge-reasons.js';

/** A scenario binds when its loss is within this part of its block's largest. */
const AS_BAD = 1e-6;

/**
 * The scenarios that set the margin of a book: of each block those whose weighted loss is its largest, or as good as that;
 * none of a block where nothing is lost.
 */
export function bindingScenarios({ scenarios }: MarginRequirement, quantities: Float64Array): BindingScenario[] {
  const losses = scenarios.map(({ scenario, pnl }) => -scenario.weight * evaluate(pnl, quantities));
  const worst = new Map<number, number>();
  for (const [i, { scenario }] of scenarios.entries()) {
    worst.set(scenario.block, Math.max(worst.get(scenario.block) ?? 0, losses[i]!));
  }
  const largest = Math.max(0, ...worst.values());
  return scenarios.flatMap(({ scenario }, i) => {
    const loss = losses[i]!;
    const binds = loss >= (1 - AS_BAD) * worst.get(scenario.block)! && loss > AS_BAD * largest;
    return binds ? [{ name: scenario.name, block: scenario.block, loss }] : [];
  });
}
