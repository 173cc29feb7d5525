import type { NumberRule } from './figure-rule.js';

/** A number within bounds, both of which it may take. */
export function numberFrom(least: number, most: number): NumberRule {
  return {
    shape: 'number',
    expected: `a number from ${least} to ${most}`,
    holds: (figure) => figure >= least && figure <= most,
  };
}

/** A figure that is not negative: most are not, which keeps a formula convex. */
export const upTo = (most: number): NumberRule => numberFrom(0, most);

export function wholeFrom(least: number, most: number): NumberRule {
  return {
    shape: 'number',
    expected: `a whole number from ${least} to ${most}`,
    whole: true,
    holds: (figure) => Number.isInteger(figure) && figure >= least && figure <= most,
  };
}

/** A yes or no that a venue's parameters write as a number. */
export const ZERO_OR_ONE: NumberRule = {
  shape: 'number',
  expected: '0 or 1',
  whole: true,
  holds: (figure) => figure === 0 || figure === 1,
};
