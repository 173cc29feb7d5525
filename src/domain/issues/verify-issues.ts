import type { IssueEntry } from './issue-entry.js';

const HOW =
  'give a document of margo margin, optimize, frontier, whatif, attribute, compare, reconcile, stress or collateral, written with --json';

/** Complaints about a document that is to be verified. */
export const VERIFY_ISSUES = {
  VFY_NOT_A_DOCUMENT: {
    severity: 'error',
    message: (f) => `${f.subject ?? 'the input'} is not a document that can be verified: ${f.detail ?? 'unknown'}`,
    hint: () => HOW,
  },
  VFY_NO_RESULT: {
    severity: 'error',
    message: (f) => `${f.subject ?? 'the document'} has no result to verify: its status is ${f.detail ?? 'unknown'}`,
    hint: () => 'run it again until it has one',
  },
  VFY_CANNOT_REBUILD: {
    severity: 'error',
    message: (f) => `the run cannot be made again from manifest.${f.field ?? 'options'}: ${f.detail ?? 'unknown'}`,
    hint: () => 'verify with the version of margo that wrote the document',
  },
  VFY_INPUT_WAS_STREAM: {
    severity: 'error',
    message: (f) => `the ${f.subject ?? 'input'} came from standard input and cannot be read again`,
    hint: (f) => `save it to a file and give --input ${f.subject ?? 'ROLE'}=FILE`,
  },
  CFG_NOT_AN_INPUT: {
    severity: 'error',
    message: (f) => `--input ${f.value ?? ''}: this is not ROLE=FILE with a role of the document (${f.expected ?? ''})`,
    hint: () => 'write for instance --input market=market.csv',
  },
} as const satisfies Record<string, IssueEntry>;
