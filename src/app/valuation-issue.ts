import { type Issue, makeIssue, type SourceLocation } from '../domain/index.js';
import type { Valuation } from '../scenario/index.js';

export type ValuationFailed = Extract<Valuation, { status: 'failed' }>;

const CODES = {
  expired: 'RUN_EXPIRED',
  noLevel: 'RUN_NO_LEVEL',
  noForward: 'RUN_NO_FORWARD',
  noVolatility: 'RUN_NO_VOLATILITY',
  noCurrency: 'RUN_NO_CURRENCY_RATE',
} as const;

/** The complaint about a line that is needed and cannot be valued at an instant. */
export function valuationIssue(
  failure: ValuationFailed,
  instrument: string,
  at: SourceLocation | null,
  asOf: number,
): Issue {
  return makeIssue(CODES[failure.reason], {
    at,
    subject: instrument,
    detail: failure.reason === 'expired' ? new Date(asOf).toISOString() : failure.detail,
    field: 'instrument',
    value: instrument,
  });
}

/** The same as a reason for leaving a candidate out. */
export function exclusionReason(failure: ValuationFailed): string {
  switch (failure.reason) {
    case 'expired':
      return 'has expired';
    case 'noLevel':
      return `no level for ${failure.detail}`;
    case 'noForward':
      return 'no forward price';
    case 'noVolatility':
      return `no volatility: ${failure.detail}`;
    case 'noCurrency':
      return `no price for the currency ${failure.detail}`;
  }
}
