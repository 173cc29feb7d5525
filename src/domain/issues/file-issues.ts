import { expectedClause, type IssueEntry } from './issue-entry.js';

/** Complaints about a file as a whole and about its syntax. */
export const FILE_ISSUES = {
  FILE_NOT_FOUND: {
    severity: 'error',
    message: (f) => `cannot read ${f.subject ?? 'the file'}: ${f.detail ?? 'no such file'}`,
    hint: () => 'check the path; - reads standard input',
  },
  FILE_IS_DIRECTORY: {
    severity: 'error',
    message: (f) => `cannot read ${f.subject}: it is a directory; expected a CSV, JSON or NDJSON file`,
    hint: () => 'name a file inside it',
  },
  FILE_NO_PERMISSION: {
    severity: 'error',
    message: (f) => `cannot read ${f.subject}: permission denied`,
    hint: () => 'make the file readable to the user who runs margo',
  },
  FILE_UNREADABLE: {
    severity: 'error',
    message: (f) => `cannot read ${f.subject}: ${f.detail}`,
  },
  FILE_GZIP_BROKEN: {
    severity: 'error',
    message: (f) => `${f.subject} is not a complete gzip file: ${f.detail}`,
    hint: () => 'fetch or write the file again; gzip -t FILE checks it',
  },
  FILE_NOT_TEXT: {
    severity: 'error',
    message: (f) => `${f.subject} is not a text file: it has a byte ${f.detail}; expected CSV, JSON or NDJSON in UTF-8`,
    hint: () => 'save a spreadsheet as CSV UTF-8 first',
  },
  FILE_NOT_UTF8: {
    severity: 'error',
    message: (f) => `${f.subject} is not UTF-8: ${f.detail}`,
    hint: () => 'save the file as UTF-8 (iconv -t UTF-8)',
  },
  FILE_TOO_LARGE: {
    severity: 'error',
    message: (f) => `${f.subject} is a JSON document of more than ${f.detail}, which is read as a whole`,
    hint: () => 'write one object a line (.ndjson) or CSV: both are read row by row, at any size',
  },
  FILE_NO_ROWS: {
    severity: 'error',
    message: (f) => `${f.subject} has no rows; expected ${f.expected}`,
  },
  FILE_MORE_ERRORS: {
    severity: 'error',
    message: (f) => `${f.detail} more ${f.subject} errors in this file, the last on line ${f.value}`,
    hint: () => 'mend the ones listed and run again',
  },
  FILE_MORE_WARNINGS: {
    severity: 'warning',
    message: (f) => `${f.detail} more ${f.subject} warnings in this file, the last on line ${f.value}`,
  },
  JSON_SYNTAX: {
    severity: 'error',
    message: (f) => `JSON syntax: ${f.detail}`,
  },
  JSON_TOO_DEEP: {
    severity: 'error',
    message: (f) => `JSON is nested more than ${f.detail} levels deep`,
  },
  JSON_KEY_REPEATED: {
    severity: 'error',
    message: (f) => `key ${f.field} is given twice in one object`,
    hint: () => 'keep one of the two',
  },
  JSON_NOT_ROWS: {
    severity: 'error',
    message: (f) => `${f.subject} holds ${f.detail}; expected ${f.expected}`,
  },
  JSON_ROW_NOT_OBJECT: {
    severity: 'error',
    message: (f) => `row is ${f.detail}${expectedClause(f)}`,
  },
  JSON_VALUE_NOT_PLAIN: {
    severity: 'error',
    message: (f) => `${f.field} is ${f.detail}; expected a number, a text or null`,
  },
  JSON_NOT_OBJECT: {
    severity: 'error',
    message: (f) => `${f.subject} holds ${f.detail}; expected one JSON object`,
  },
  CSV_FIELD_COUNT: {
    severity: 'error',
    message: (f) => `row has ${f.detail}; the header has ${f.expected}`,
    hint: () => 'quote a field that holds the delimiter; end a row with delimiters for blank fields',
  },
  CSV_QUOTE_OPEN: {
    severity: 'error',
    message: (f) => `a quote is opened in ${f.detail} and never closed; nothing after it could be read`,
    hint: () => 'close the quote; write a quote inside a quoted field twice',
  },
  CSV_ROW_TOO_LONG: {
    severity: 'error',
    message: (f) => `row is longer than ${f.detail}; nothing after it could be read`,
    hint: () => 'a quote that is never closed is the usual cause',
  },
  NDJSON_LINE_TOO_LONG: {
    severity: 'error',
    message: (f) => `line is longer than ${f.detail}; nothing after it could be read`,
    hint: () => 'write one object a line',
  },
} as const satisfies Record<string, IssueEntry>;
