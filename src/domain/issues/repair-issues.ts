import { expectedClause, type IssueEntry, quotedValue } from './issue-entry.js';

/** Complaints about a correlation matrix that is looked over or repaired, and about hedges read off it. */
export const REPAIR_ISSUES = {
  COR_IMPOSSIBLE_TRIPLE: {
    severity: 'warning',
    message: (f) => `no three underlyings can have the correlations of ${f.subject}: ${f.detail}`,
    hint: () => 'look at these three figures first; --repair nearest moves them as little as it takes',
  },
  COR_MORE_TRIPLES: {
    severity: 'warning',
    message: (f) => `${f.value} more triples contradict themselves`,
    hint: () => 'result.repair.triples of --json has the worst 20',
  },
  COR_REPAIRED: {
    severity: 'warning',
    message: (f) => `the correlations contradict one another (${f.detail}); repaired by --repair ${f.value}`,
    hint: () => '--no-repair refuses such a matrix instead',
  },
  COR_NEARLY_SINGULAR: {
    severity: 'warning',
    message: (f) => `the correlation matrix is nearly singular: condition number ${f.value}`,
    hint: () => 'figures with few digits, or underlyings that are nearly the same; its inverse is not to be relied on',
  },
  COR_FIX_TEXT: {
    severity: 'error',
    message: (f) => `${f.field ?? '--fix'} ${quotedValue(f)} names no pair of the matrix${expectedClause(f)}`,
    hint: () => 'for instance --fix BTC/ETH,BTC/SOL',
  },
  COR_FIXED_IMPOSSIBLE: {
    severity: 'error',
    message: (f) => `no correlation matrix has these fixed pairs: ${f.subject}`,
    hint: () => 'let one of them go',
  },
  COR_FIX_UNSETTLED: {
    severity: 'error',
    message: (f) => `no matrix with the fixed pairs was found, and no proof that there is none; ${f.detail} is left`,
    hint: () => 'the fixed pairs are at the edge of what is possible: let one of them go',
  },
  COR_WEIGHT_TEXT: {
    severity: 'error',
    message: (f) => `${f.field ?? '--weights'} ${quotedValue(f)}: ${f.detail}${expectedClause(f)}`,
    hint: () => 'for instance --weights BTC=3,ETH=2; names not given weigh 1',
  },
  COR_TARGET_REFUSED: {
    severity: 'error',
    message: (f) => `the target ${f.subject} cannot be shrunk to: ${f.detail}`,
    hint: () => 'a target is a correlation matrix of every underlying; --target identity always will do',
  },
  COR_REPAIR_UNSUITED: {
    severity: 'error',
    message: (f) => `${f.field} does nothing with --repair ${f.value}${expectedClause(f)}`,
  },
  COR_NEEDS_MODE: {
    severity: 'error',
    message: (f) => `${f.field} does nothing without ${f.expected}`,
    hint: (f) => `margo correlate ${f.expected} ...`,
  },
  COR_NOT_IN_PRICES: {
    severity: 'info',
    message: (f) => `the prices have no column for ${f.subject}, so nothing is compared there`,
  },
  COR_NO_JOINT_MOVES: {
    severity: 'error',
    message: (f) => `no correlation enters the margin of ${f.subject}, so there is none to take away or to hedge by`,
    hint: () =>
      'use --model scan, scan-correlated or parametric-var; margo attribute --by underlying tells what offsets inside this one',
  },
  COR_NOTHING_OFFSETS: {
    severity: 'warning',
    message: (f) => `the book has one underlying, ${f.subject}: no two of them can offset each other`,
    hint: () => 'margo optimize looks for hedges in the same underlying',
  },
  COR_NO_STRESSED_WINDOWS: {
    severity: 'warning',
    message: (f) => `no hedge is tested in stressed windows: ${f.detail}`,
    hint: () => 'give margo correlate PRICES with a column for each underlying; --stress-days sets the length',
  },
} as const satisfies Record<string, IssueEntry>;
