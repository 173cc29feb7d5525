import { expectedClause, type IssueEntry, quotedValue } from './issue-entry.js';

/** Complaints about how trades would be executed: DEP (the depth file), EXE (prices, sizes and fees of a run). */
export const EXECUTION_ISSUES = {
  DEP_UNKNOWN_INSTRUMENT: {
    severity: 'warning',
    message: (f) => `${f.subject} has depth but no row in the market file; its depth is not used`,
  },
  DEP_INDEX: {
    severity: 'error',
    message: (f) => `${f.subject} is an index, which has no order book`,
    hint: () => 'take its rows out of the depth file',
  },
  DEP_BAD_PRICE: {
    severity: 'error',
    message: (f) =>
      `price ${quotedValue(f)} of ${f.subject} is not above 0; only a linear future may have a negative price`,
    hint: () => 'leave out levels that are not on offer',
  },
  DEP_ZERO_SIZE: {
    severity: 'warning',
    message: (f) => `size of the ${f.detail} ${f.subject} is zero; the level is left out`,
    hint: () => 'in a stream of changes it means that the level is gone: give a snapshot of the book',
  },
  DEP_CROSSED: {
    severity: 'warning',
    message: (f) => `the book of ${f.subject} is crossed: best bid ${f.value} is above best ask ${f.detail}`,
    hint: () => 'check that both sides are of the same instant',
  },
  DEP_TOP_DIFFERS: {
    severity: 'warning',
    message: (f) => `the depth of ${f.subject} begins at ${f.value}, but its ${f.detail}; trades use the depth`,
    hint: () => 'check that market and depth are of the same instant',
  },
  EXE_OFF_TICK: {
    severity: 'warning',
    message: (f) => `the ${f.detail} ${f.value} of ${f.subject} is not on its tick; ${f.expected} is used instead`,
    hint: () => 'check tick in the market file: it may change with the price',
  },
  EXE_BEYOND_SIZE: {
    severity: 'warning',
    message: (f) => `${f.subject}: ${f.detail}; the rest is priced at the last of them`,
    hint: () => 'the true price of the rest is worse: trade less, or give a price of your own',
  },
  CFG_UNKNOWN_FEES: {
    severity: 'error',
    message: (f) => `there is no fee schedule ${quotedValue(f)}${expectedClause(f)}`,
  },
  CFG_MAKER_WITHOUT_FEES: {
    severity: 'error',
    message: () => '--maker chooses a column of a fee schedule, and none was given',
    hint: () => 'give --fees NAME as well',
  },
} as const satisfies Record<string, IssueEntry>;
