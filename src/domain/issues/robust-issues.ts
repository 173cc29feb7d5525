import type { IssueEntry } from './issue-entry.js';

const HOW = 'margo schema robust says what a file of cases may hold';

/** Complaints about the cases that a book is hedged against. */
export const ROBUST_ISSUES = {
  ROB_NO_CASES: {
    severity: 'error',
    message: (f) => `${f.subject ?? 'the input'} names no case to hedge against`,
    hint: () => 'give an array "cases", or a list of models such as --robust derive-pm2,deribit-pme',
  },
  ROB_BAD_MEMBER: {
    severity: 'error',
    message: (f) =>
      `${f.subject ?? 'a case'}: ${f.field ?? 'a member'} is ${f.value ?? ''}; expected ${f.expected ?? 'something else'}`,
    hint: () => HOW,
  },
  ROB_UNKNOWN_MEMBER: {
    severity: 'warning',
    message: (f) => `${f.subject ?? 'a case'}: nothing is called ${f.field ?? 'that'}, and it is passed over`,
    hint: () => HOW,
  },
  ROB_NAME_TWICE: {
    severity: 'error',
    message: (f) => `two cases are called ${f.subject ?? 'the same'}`,
    hint: () => 'give each case a name of its own',
  },
  ROB_NO_MATRICES: {
    severity: 'error',
    message: (f) => `${f.subject ?? 'the folder'} has no file of correlations to hedge against`,
    hint: () => '--robust correlations DIR, a folder of matrices: .csv or .json, each as --correlations reads it',
  },
  ROB_NO_REGIMES: {
    severity: 'error',
    message: (f) => `there are no ${f.value ?? ''} regimes to hedge against: ${f.detail ?? 'the prices have none'}`,
    hint: () =>
      'margo stress --what correlations tells the regimes of the prices; --robust correlations DIR takes matrices',
  },
  ROB_NO_PRICES: {
    severity: 'error',
    message: () => '--robust regimes finds the regimes in a price file, and there is none',
    hint: () => 'add --prices FILE',
  },
  ROB_NO_WEIGHT: {
    severity: 'error',
    message: () => 'no case has a weight above 0, so nothing would be made small',
    hint: () => 'give a weight above 0 to a case at least, or the rule "worst"',
  },
} as const satisfies Record<string, IssueEntry>;
