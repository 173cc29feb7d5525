import type { IssueEntry } from './issue-entry.js';

/** Complaints about correlations that move, and about regimes of prices. */
export const MOVED_CORRELATION_ISSUES = {
  STR_NO_JOINT_MOVES: {
    severity: 'warning',
    message: (f) => `${f.subject ?? 'the model'} looks at no correlation, so none of its margin rests on one`,
    hint: () => 'correlations are stressed with --model scan',
  },
  REG_TOO_FEW_PRICES: {
    severity: 'warning',
    message: (f) =>
      `the prices have ${f.value ?? 'too few'} days on which all of ${f.subject ?? 'the underlyings'} moved, and the regimes need ${f.expected ?? 'more'}`,
    hint: () => 'give a longer price file, fewer --regimes, or a shorter --regime-window',
  },
  REG_TOO_ALIKE: {
    severity: 'warning',
    message: (f) =>
      `the prices of ${f.subject ?? 'the underlyings'} do not part into ${f.expected ?? 'so many'} regimes`,
    hint: () => 'ask for fewer --regimes',
  },
} as const satisfies Record<string, IssueEntry>;
