import { expectedClause, type IssueEntry, quotedValue } from './issue-entry.js';

/** Complaints about the venues that positions are allocated to (ALC). */
export const ALLOCATE_ISSUES = {
  ALC_REPEATED: {
    severity: 'error',
    message: (f) => `the venue ${f.subject} is given more than once`,
  },
  ALC_UNKNOWN_VENUE: {
    severity: 'error',
    message: (f) =>
      f.value == null
        ? `the row says no venue${expectedClause(f)}`
        : `the venue ${quotedValue(f)} has no positions in this file${expectedClause(f)}`,
    hint: () => 'name it in the venues file, without positions of its own',
  },
  ALC_ONE_VENUE: {
    severity: 'error',
    message: (f) => `${f.subject ?? 'the venues file'} names fewer than two venues, so nothing can move`,
  },
  ALC_TIMES_DIFFER: {
    severity: 'warning',
    message: (f) => `the markets of ${f.subject} are of different times: ${f.detail}`,
    hint: () => 'give --as-of to value them at one instant',
  },
  ALC_UNKNOWN_INSTRUMENT: {
    severity: 'warning',
    message: (f) => `the equivalent ${quotedValue(f)} is in no venue's market or book`,
  },
  ALC_NOTHING_MOVES: {
    severity: 'warning',
    message: () => 'no position can live at another venue: the answer is the present allocation',
    hint: () =>
      'candidates.excluded says why; equivalents or sameTerms in the venues file pair contracts of other names',
  },
} as const satisfies Record<string, IssueEntry>;
