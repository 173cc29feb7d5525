import { expectedClause, type IssueEntry, quotedValue } from './issue-entry.js';

/** Complaints about what is to be kept and which trades are wanted. */
export const PROFILE_ISSUES = {
  LIM_KEEP_TEXT: {
    severity: 'error',
    message: (f) => `--keep ${quotedValue(f)}: ${f.detail ?? 'it cannot be read'}${expectedClause(f)}`,
    hint: () => "for instance --keep 'delta 5%, vega BTC 10%' or --keep 'payoff 5%'",
  },
  OPT_KEEP_NOTHING: {
    severity: 'error',
    message: () => '--keep holds nothing here: a book without any position would keep it, too, and can be had',
    hint: () => 'keep a figure the book has (gamma, vega, payoff), or add --no-close',
  },
  OPT_PATTERN_UNUSED: {
    severity: 'warning',
    message: (f) => `${f.field ?? 'a pattern'} ${quotedValue(f)} fits no instrument of the market or the book`,
    hint: () => 'in a pattern * stands for any run of characters and ? for one: BTC-*-C',
  },
  CFG_SIDE_TEXT: {
    severity: 'error',
    message: (f) =>
      `--side ${quotedValue(f)} is not understood; expected buy or sell, with a pattern before it or none`,
    hint: () => "for instance --side buy or --side 'BTC-*-C sell'",
  },
} as const satisfies Record<string, IssueEntry>;
