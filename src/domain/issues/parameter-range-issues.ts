import type { IssueEntry } from './issue-entry.js';

const HOW = 'margo schema parameter-ranges says what a file of ranges may hold';

/** Complaints about ranges of the parameters of a rule book. */
export const PARAMETER_RANGE_ISSUES = {
  PAR_UNKNOWN: {
    severity: 'error',
    message: (f) => `${f.subject ?? 'the model'} has no number called ${f.value ?? 'that'}`,
    hint: () => 'margo models ID lists the parameters; a number inside one is NAME.ROW or NAME.0.FIELD',
  },
  PAR_NOT_ALLOWED: {
    severity: 'error',
    message: (f) =>
      `${f.subject ?? 'a parameter'} cannot be ${f.value ?? 'that'}; expected ${f.expected ?? 'something else'}`,
    hint: () => 'narrow the range: nothing beyond what the rules of the model allow is ever used',
  },
  PAR_EMPTY_RANGE: {
    severity: 'error',
    message: (f) => `${f.subject ?? 'a parameter'}: min ${f.value ?? ''} is above max ${f.detail ?? ''}`,
    hint: () => 'write the lower end into min',
  },
  PAR_TWICE: {
    severity: 'error',
    message: (f) => `${f.subject ?? 'a parameter'} has a range already, in line ${f.detail ?? ''}`,
    hint: () => HOW,
  },
  PAR_NO_SET: {
    severity: 'error',
    message: (f) => `${f.subject ?? 'the model'} allows none of the parameter sets within the ranges that were tried`,
    hint: () => 'figures that are bound to each other must be so within their ranges too',
  },
} as const satisfies Record<string, IssueEntry>;
