import { expectedClause, type IssueEntry, quotedValue } from './issue-entry.js';

/** Complaints about columns, single fields and the terms of instruments, the same in every kind of file. */
export const COLUMN_ISSUES = {
  COLUMN_MISSING: {
    severity: 'error',
    message: (f) => `column ${f.field} is missing; found ${f.detail}`,
    hint: (f) =>
      `add ${/^[aeiou]/i.test(f.field ?? '') ? 'an' : 'a'} ${f.field} column; the first row holds the column names`,
  },
  COLUMN_REPEATED: {
    severity: 'error',
    message: (f) => `column ${f.field} appears twice in the header`,
    hint: () => 'keep one of the two',
  },
  COLUMN_UNKNOWN: {
    severity: 'warning',
    message: (f) => `column ${f.field} is not known and is not read`,
  },
  COLUMN_UNNAMED: {
    severity: 'warning',
    message: (f) => `column number ${f.detail} has no name and is not read`,
  },
  FIELD_BLANK: {
    severity: 'error',
    message: (f) => `${f.field} is blank${expectedClause(f)}`,
  },
  FIELD_NOT_A_NUMBER: {
    severity: 'error',
    message: (f) => `${f.field ?? 'value'} ${quotedValue(f)} is not a number${expectedClause(f)}`,
  },
  FIELD_OUT_OF_RANGE: {
    severity: 'error',
    message: (f) => `${f.field ?? 'value'} ${quotedValue(f)} is out of range${expectedClause(f)}`,
  },
  FIELD_LOSES_DIGITS: {
    severity: 'error',
    message: (f) => `${f.field ?? 'value'} ${quotedValue(f)} cannot be held exactly: it would become ${f.detail}`,
    hint: () => 'at most 1e15 is accepted, up to which whole numbers are exact',
  },
  FIELD_NEGATIVE: {
    severity: 'error',
    message: (f) => `${f.field} ${quotedValue(f)} is negative${expectedClause(f)}`,
  },
  FIELD_NOT_POSITIVE: {
    severity: 'error',
    message: (f) => `${f.field} ${quotedValue(f)} is not positive${expectedClause(f)}`,
  },
  FIELD_PROBABLY_PERCENT: {
    severity: 'error',
    message: (f) => `${f.field} ${quotedValue(f)} would be ${f.detail}${expectedClause(f)}`,
  },
  FIELD_NOT_A_TIME: {
    severity: 'error',
    message: (f) => `${f.field} ${quotedValue(f)} is not a date or time${expectedClause(f)}`,
  },
  FIELD_NOT_ONE_OF: {
    severity: 'error',
    message: (f) => `${f.field} ${quotedValue(f)} is not known${expectedClause(f)}`,
  },
  INSTRUMENT_UNKNOWN: {
    severity: 'error',
    message: (f) => `no venue knows the instrument name ${quotedValue(f)}; columns missing to describe it: ${f.detail}`,
    hint: () => 'names of Deribit, OKX, Bybit, Binance, Derive and OSI are understood; fill the columns for any other',
  },
  INSTRUMENT_CONTRADICTION: {
    severity: 'error',
    message: (f) => `${f.field} ${quotedValue(f)} contradicts ${f.subject}, which says ${f.detail}`,
    hint: (f) => `correct one of the two, or leave ${f.field} blank`,
  },
  INSTRUMENT_TERM_MISPLACED: {
    severity: 'error',
    message: (f) => `${f.field} ${quotedValue(f)} is given for ${f.subject}, but ${f.detail} has none`,
    hint: (f) => `leave ${f.field} blank or correct the type`,
  },
  INSTRUMENT_TERMS_DIFFER: {
    severity: 'error',
    message: (f) =>
      `${f.subject} is described otherwise than on line ${f.detail}: ${f.field} ${quotedValue(f)}${expectedClause(f)}`,
    hint: () => 'one name is one contract; give the two different names',
  },
} as const satisfies Record<string, IssueEntry>;
