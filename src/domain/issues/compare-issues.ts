import { type IssueEntry, quotedValue } from './issue-entry.js';

/** Complaints about one book under several rule books. */
export const COMPARE_ISSUES = {
  RUN_NOT_COMPARED: {
    severity: 'warning',
    message: (f) => `${f.subject} cannot margin the whole book and is not ranked: ${f.detail}`,
    hint: () => 'the reasons are in result.models, refused and problems; margo models lists the others',
  },
  RUN_FIGURE_OF_SOME: {
    severity: 'info',
    message: (f) => `${f.field} holds for ${f.subject}; ${f.detail} has no such figure`,
  },
  CFG_FIGURE_OF_NONE: {
    severity: 'error',
    message: (f) => `none of the models compared has a figure ${quotedValue(f)}`,
    hint: () => 'margo models ID lists the figures of a model',
  },
} as const satisfies Record<string, IssueEntry>;
