import { type Issue, makeIssue } from '../domain/index.js';
import type { ParameterProblem } from '../margin/index.js';
import { didYouMean } from './did-you-mean.js';

const CODES = {
  unknown: 'CFG_UNKNOWN_PARAMETER',
  missing: 'CFG_MISSING_PARAMETER',
  unsuitable: 'CFG_BAD_PARAMETER',
} as const;

/** The complaints about figures that a model cannot use. */
export function parameterIssues(problems: readonly ParameterProblem[]): Issue[] {
  return problems.map(({ problem, name, value, expected, known }) =>
    makeIssue(CODES[problem], {
      field: name,
      value,
      expected,
      hint: known === undefined ? null : didYouMean(name, known),
    }),
  );
}
