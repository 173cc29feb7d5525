import type { StressPart } from '../../domain/index.js';
import type { StressThresholds } from '../../schema/stress-document.js';
import type { StressRequest } from '../request.js';
import type { StressState } from './stress-part.js';

/**
 * Which thresholds the states of a run exceed: the highest initial margin above `--fail-above`, the largest loss above
 * `--max-loss`; of each part the worst state alone.
 */
export function stressThresholds(
  { failAbove, maxLoss }: Pick<StressRequest, 'failAbove' | 'maxLoss'>,
  answers: Readonly<Record<StressPart, { readonly states: readonly StressState[] } | null>>,
): StressThresholds {
  const exceeded: StressThresholds['exceeded'] = [];
  const look = (
    threshold: 'failAbove' | 'maxLoss',
    bound: number | null,
    figureOf: (state: StressState) => number,
  ): void => {
    if (bound === null) return;
    for (const [part, answer] of Object.entries(answers)) {
      const worst = answer?.states.reduce<StressState | null>(
        (found, state) => (found === null || figureOf(state) > figureOf(found) ? state : found),
        null,
      );
      if (worst == null || figureOf(worst) <= bound) continue;
      exceeded.push({ threshold, part: part as StressPart, name: worst.name, value: figureOf(worst) });
    }
  };
  look('failAbove', failAbove, ({ initialMargin }) => initialMargin);
  look('maxLoss', maxLoss, ({ pnl }) => -pnl);
  return { failAbove, maxLoss, exceeded };
}
