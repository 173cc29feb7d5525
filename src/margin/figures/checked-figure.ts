import type { Misfit } from './figure-rule.js';
import type { ParameterProblem } from './parameter-problem.js';
import { writtenFigure } from './written-figure.js';

/** A figure as it is to be used, or what is wrong with it. */
export type CheckedFigure =
  | { readonly status: 'sound'; readonly figure: unknown }
  | { readonly status: 'unsound'; readonly problems: readonly ParameterProblem[] };

/** The answer to a value that is not what was expected. */
export function unsuitable(name: string, value: unknown, expected: string): CheckedFigure {
  return { status: 'unsound', problems: [{ problem: 'unsuitable', name, value: writtenFigure(value), expected }] };
}

/** A figure whose parts are sound, and what is wrong with them beside each other, if anything is. */
export function placedMisfit(name: string, figure: unknown, misfit: Misfit | null): CheckedFigure {
  if (misfit === null) return { status: 'sound', figure };
  const at = misfit.at.map(String);
  const value = at.reduce<unknown>((whole, step) => (whole as Record<string, unknown>)[step], figure);
  return unsuitable([name, ...at].join('.'), value, misfit.expected);
}
