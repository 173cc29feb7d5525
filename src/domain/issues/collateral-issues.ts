import { expectedClause, type IssueEntry, quotedValue } from './issue-entry.js';

/** Complaints about assets that can be posted and the venues that ask for them (COL). */
export const COLLATERAL_ISSUES = {
  COL_BAD_TERMS: {
    severity: 'error',
    message: (f) => `${f.subject}: ${f.field ?? 'a figure'} ${quotedValue(f)} is not accepted${expectedClause(f)}`,
  },
  COL_REPEATED: {
    severity: 'error',
    message: (f) => `${f.subject} is given more than once; one row has all of it`,
  },
  COL_NO_PRICE: {
    severity: 'error',
    message: (f) => `${f.subject} has no price in ${f.detail ?? 'the reporting currency'}`,
    hint: () => 'fill its price, or give a --market with a level of it',
  },
  COL_NO_VENUE: {
    severity: 'error',
    message: () => 'no venue asks for anything, so there is nothing to post',
    hint: () => "name them in venues, or with --require 'NAME=AMOUNT'",
  },
  COL_NO_REQUIREMENT: {
    severity: 'error',
    message: (f) => `nothing says how much ${f.subject} asks for`,
    hint: () => "fill its requirement (an amount, a margin document or a book), or give --require 'NAME=AMOUNT'",
  },
  COL_BAD_REQUIREMENT: {
    severity: 'error',
    message: (f) => `the requirement of ${f.subject} ${quotedValue(f)}: ${f.detail ?? 'it cannot be used'}`,
    hint: () => 'an amount from 0 up, or the JSON document of margo margin, optimize or whatif',
  },
  COL_NOT_A_VENUE: {
    severity: 'warning',
    message: (f) => `${f.subject} is eligible at ${f.detail}, which asks for nothing`,
  },
  COL_SHORT: {
    severity: 'warning',
    message: (f) => `the collateral does not reach: ${f.detail}`,
    hint: () => 'add assets, raise caps, or lower the requirement; what is posted is the nearest to enough',
  },
  COL_WHICH_VENUE: {
    severity: 'error',
    message: (f) =>
      `${f.subject ?? 'the collateral file'} has several venues, and the book is at one of them: ${f.detail}`,
    hint: () => 'name it with --collateral-venue',
  },
  COL_UNKNOWN_VENUE: {
    severity: 'error',
    message: (f) =>
      `no asset of ${f.subject ?? 'the collateral file'} is eligible at ${quotedValue(f)}${expectedClause(f)}`,
    hint: () => 'a venue by the name it has in the file',
  },
  COL_ANY_PART: {
    severity: 'warning',
    message: (f) => `${f.subject}: lots and smallest postings are passed over while trades are searched`,
    hint: () => 'margo collateral posts whole lots for the margin that was found',
  },
  COL_SHORT_ELSEWHERE: {
    severity: 'error',
    message: (f) => `the collateral does not reach for the other venues, though ${f.subject} were to ask for nothing`,
    hint: () => 'margo collateral says who lacks how much',
  },
  COL_COST_FALLS: {
    severity: 'error',
    message: (f) => `the collateral at ${f.subject} costs less the more is asked for, so that margin would be sought`,
    hint: () => 'an asset with a funding cost below zero needs a cap in money there, not a part of the requirement',
  },
  CFG_REQUIRE_TEXT: {
    severity: 'error',
    message: (f) => `--require ${quotedValue(f)} is not of the form VENUE=AMOUNT or VENUE=DOCUMENT`,
    hint: () => 'for instance --require Deribit=1.2e6 or --require Deribit=margin.json',
  },
} as const satisfies Record<string, IssueEntry>;
