import { type Issue, makeIssue } from '../domain/index.js';
import type { RegimesFound } from './regimes-of.js';

/** Why prices have no such regimes. */
export function regimesIssue(found: Exclude<RegimesFound, { kind: 'found' }>, regimes: number): Issue {
  const subject = found.underlyings.join(', ');
  return found.kind === 'tooAlike'
    ? makeIssue('REG_TOO_ALIKE', { subject, expected: String(regimes) })
    : makeIssue('REG_TOO_FEW_PRICES', { subject, value: String(found.returns), expected: String(found.required) });
}
