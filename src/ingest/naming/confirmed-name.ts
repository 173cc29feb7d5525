import type { Instrument } from '../../domain/index.js';
import type { NamingRule } from './naming-rule.js';

/**
 * The spelling if the rule reads it back as the same contract, else null. Every rule's `format` ends here, so a name is
 * never given to an instrument whose multiplier, currency or expiry hour it would misstate.
 */
export function confirmedName(rule: NamingRule, instrument: Instrument, spelling: string | null): string | null {
  const read = spelling === null ? null : rule.parse(spelling);
  return read !== null && hasSameTerms(read, instrument) ? read.name : null;
}

function hasSameTerms(a: Instrument, b: Instrument): boolean {
  return (
    a.type === b.type &&
    a.underlying === b.underlying &&
    a.expiry === b.expiry &&
    a.strike === b.strike &&
    a.right === b.right &&
    a.exercise === b.exercise &&
    a.settlement === b.settlement &&
    a.multiplier === b.multiplier &&
    a.currency === b.currency
  );
}
