import { evaluate, type Formula } from '../../../src/formula/index.js';
import { type SeededRandom, seededRandom } from '../../../src/math/index.js';

/**
 * How many of `pairs` random pairs of books have a midpoint that needs more than the average of the two: none for a convex
 * formula. Books come from `randomBook`; rounding of 1e-9 of the amounts is forgiven.
 */
export function midpointViolations(
  formula: Formula,
  randomBook: (random: SeededRandom) => Float64Array,
  pairs: number,
  seed: number,
): number {
  const random = seededRandom(seed);
  let violations = 0;
  for (let pair = 0; pair < pairs; pair++) {
    const one = randomBook(random);
    const other = randomBook(random);
    const middle = one.map((quantity, j) => 0.5 * (quantity + other[j]!));
    const [a, b] = [evaluate(formula, one), evaluate(formula, other)];
    const slack = 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
    if (evaluate(formula, middle) > 0.5 * (a + b) + slack) violations++;
  }
  return violations;
}
