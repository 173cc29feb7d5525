import { expectedClause, type IssueEntry, quotedValue } from './issue-entry.js';

/** Complaints about CRIF files: sensitivities for ISDA SIMM, add-ons and rows of the schedule. */
export const CRIF_ISSUES = {
  CRIF_TERM: {
    severity: 'error',
    message: (f) => `${f.field} ${quotedValue(f)} is not accepted for ${f.subject}${expectedClause(f)}`,
  },
  CRIF_NO_USD: {
    severity: 'error',
    message: (f) => `${f.subject} has an amount in ${f.detail} and none in USD`,
    hint: () => 'fill AmountUSD, or give the rate of its currency',
  },
  CRIF_TWO_VALUES: {
    severity: 'error',
    message: (f) => `the ${f.detail} of ${f.subject} is ${quotedValue(f)} here and otherwise above`,
    hint: () => 'keep one of the two',
  },
  CRIF_NOTIONAL_UNUSED: {
    severity: 'warning',
    message: (f) => `the notional of ${f.subject} has no factor and adds nothing`,
    hint: () => 'add a row Param_AddOnNotionalFactor with its name, or leave it out',
  },
} as const satisfies Record<string, IssueEntry>;
