import { expectedClause, type IssueEntry, quotedValue } from './issue-entry.js';

/** Complaints about SPAN risk parameter files, and about their use in a run. */
export const SPAN_ISSUES = {
  SPN_NOT_SPAN: {
    severity: 'error',
    message: (f) => `${f.subject ?? 'the file'} is no SPAN risk parameter file: ${f.detail ?? 'it is empty'}`,
    hint: () => 'give a .spn file (XML 4.00) or a .pa2 file (expanded, unpacked: U2)',
  },
  SPN_XML_BROKEN: {
    severity: 'error',
    message: (f) => `the XML breaks off or is damaged here: ${f.detail ?? 'unknown'}`,
    hint: () => 'fetch the file again; it may have been cut short',
  },
  SPN_RECORD_BROKEN: {
    severity: 'error',
    message: (f) => `${f.subject ?? 'a record'} ${f.detail ?? 'is broken'}`,
    hint: () => 'fetch the file again; it may have been cut short or edited',
  },
  SPN_VALUE: {
    severity: 'error',
    message: (f) => `${f.field} ${quotedValue(f)} of ${f.subject} cannot be used${expectedClause(f)}`,
  },
  SPN_NOT_USED: {
    severity: 'warning',
    message: (f) => `${f.subject} (${f.detail} in the file, first here) is not followed`,
    hint: () => 'a house that charges by it asks for another margin',
  },
  SPN_UNKNOWN_RECORD: {
    severity: 'warning',
    message: (f) => `record type ${quotedValue(f)} is unknown and left out: ${f.detail} of it, the first here`,
  },
  SPN_REPEATED: {
    severity: 'warning',
    message: (f) => `${f.subject} appears a second time; the first, on line ${f.detail}, stands`,
  },
  SPN_NO_COMMODITY: {
    severity: 'warning',
    message: (f) =>
      `${f.subject} belongs to no combined commodity; what it has is left out, ${f.detail}, the first here`,
  },
  SPN_UNUSED: {
    severity: 'warning',
    message: (f) => `the SPAN file is not used: ${f.subject} does not read one`,
    hint: () => 'give --model span',
  },
  SPN_DATE_DIFFERS: {
    severity: 'warning',
    message: (f) => `the SPAN file is of ${f.value}, and the margin as of ${f.detail}`,
    hint: () => 'give the file of that day, or --as-of with the time of the file',
  },
} as const satisfies Record<string, IssueEntry>;
