import { type IssueEntry, quotedValue } from './issue-entry.js';

const HOW = 'margo schema stress-scenarios says what each column may hold';

/** Complaints about what a book is put through. */
export const STRESS_ISSUES = {
  CFG_STRESS_NEEDS: {
    severity: 'error',
    message: (f) => `--what ${f.value ?? ''} needs ${f.subject ?? 'an input'}`,
    hint: (f) => `give it, or leave ${f.value ?? 'that part'} out of --what`,
  },
  STR_MOVE_TO_NOTHING: {
    severity: 'error',
    message: (f) => `${f.field ?? 'move'} ${quotedValue(f)} would leave nothing of the ${f.subject ?? 'figure'}`,
    hint: () => 'a relative move is more than -100%; unit absolute adds an amount',
  },
  STR_NOT_FOR_THIS: {
    severity: 'error',
    message: (f) => `${f.field ?? 'a column'} ${quotedValue(f)} means nothing beside what ${f.subject ?? ''}`,
    hint: () => HOW,
  },
  STR_EMPTY_BUCKET: {
    severity: 'error',
    message: (f) => `${f.field ?? 'the lower bound'} ${f.value ?? ''} is above ${f.detail ?? 'the upper one'}`,
    hint: () => 'swap the two',
  },
  STR_COMBINE_DIFFERS: {
    severity: 'error',
    message: (f) => `combine ${quotedValue(f)} is not that of the first row of scenario ${f.subject ?? ''}`,
    hint: () => 'say it in its first row alone',
  },
  STR_UNKNOWN_SCENARIO: {
    severity: 'error',
    message: (f) => `scenario ${f.subject ?? ''} is made of ${quotedValue(f)}, which the file does not have`,
  },
  STR_CIRCLE: {
    severity: 'error',
    message: (f) => `scenario ${f.subject ?? ''} is made of itself: ${f.detail ?? ''}`,
    hint: () => 'leave one of them out',
  },
  STR_NONE_ALONE: {
    severity: 'error',
    message: () => 'no scenario of the file is run: each is only a part of others',
    hint: () => 'alone no keeps a scenario from being run for itself: leave it blank for one at least',
  },
  STR_TOO_MANY: {
    severity: 'error',
    message: (f) => `scenario ${f.subject ?? ''} comes to ${f.detail ?? 'too many'} combinations`,
    hint: () => 'at most 10,000 scenarios are run: shorten its lists',
  },
  STR_NO_SUCH_UNDERLYING: {
    severity: 'warning',
    message: (f) => `neither the book nor the market knows ${f.subject ?? ''}: the move moves nothing`,
  },
  STR_FLOORED: {
    severity: 'warning',
    message: (f) => `scenario ${f.subject ?? ''}: ${f.detail ?? ''}`,
    hint: () => 'no price falls below 1% of itself, and no volatility below 0.0001',
  },
  STR_BOUND_TWICE: {
    severity: 'error',
    message: (f) => `${f.subject ?? 'a pair'} have bounds already, in line ${f.detail ?? ''}`,
    hint: () => 'write each pair once, in either order',
  },
  STR_BOUND_SELF: {
    severity: 'error',
    message: (f) => `the correlation of ${f.subject ?? 'an underlying'} with itself is 1 and has no bounds`,
    hint: () => 'name two underlyings, or leave the row out',
  },
  STR_BOUND_EMPTY: {
    severity: 'error',
    message: (f) => `${f.subject ?? 'a pair'}: min ${f.value ?? ''} is above max ${f.detail ?? ''}`,
    hint: () => 'write the lower end into min',
  },
  STR_BOUND_UNKNOWN: {
    severity: 'error',
    message: (f) => `${f.value ?? 'that'} is not correlated here; expected one of ${f.expected ?? 'the underlyings'}`,
    hint: () => 'name underlyings of the book or of the correlation file',
  },
  STR_BOUND_PRESENT: {
    severity: 'warning',
    message: (f) => `the correlation of ${f.subject ?? 'a pair'} is ${f.value ?? ''} now, outside ${f.detail ?? ''}`,
    hint: () => 'the present value may always be kept: the bounds are widened up to it',
  },
  STR_PAIRS_LEFT: {
    severity: 'warning',
    message: (f) =>
      `${f.detail ?? 'some'} pairs are moved, those among ${f.subject ?? 'some underlyings'}: more would take too long`,
    hint: () =>
      'they need the largest margins of their own; --correlation-bounds names other pairs for the worst matrix',
  },
  STR_NO_COLUMN: {
    severity: 'warning',
    message: (f) => `the price history has no column ${f.subject ?? ''}: it stands still in every window`,
    hint: () => 'add the column, named as the underlying is',
  },
  STR_INCOMPLETE: {
    severity: 'warning',
    message: (f) => `${f.detail ?? 'some'} windows are left out because a price is missing: ${f.subject ?? ''}`,
    hint: () => 'no price is ever filled in',
  },
  STR_NO_WINDOWS: {
    severity: 'error',
    message: (f) =>
      `the price history has no window of ${f.subject ?? ''} in which every underlying held has its prices`,
    hint: () => 'look at --window-days, --from and --to, and at the dates of the file',
  },
  STR_NO_DATE: {
    severity: 'error',
    message: (f) => `the price history has no ${f.subject ?? 'date'} ${quotedValue(f)}`,
  },
} as const satisfies Record<string, IssueEntry>;
