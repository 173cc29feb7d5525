/**
 * Instrument names of the venues: what contract a name stands for, and how a venue spells a contract. One rule per
 * venue, one file each; a name that does not state the whole contract is null, and the caller says what is missing.
 */
import type { Instrument } from '../../domain/index.js';
import { deribit } from './deribit.js';
import type { NamingRule } from './naming-rule.js';

export type { NamingRule } from './naming-rule.js';

const RULES: readonly NamingRule[] = [deribit];

/** The venues whose names are understood, in the order in which they are tried. */
export const KNOWN_VENUES: readonly string[] = RULES.map((rule) => rule.venue);

/**
 * The contract a name stands for, or null when it is not understood.
 *
 * `venue` (any case): only that venue's rule is asked; null: the first rule in the order of `KNOWN_VENUES` that reads it.
 */
export function parseInstrumentName(name: string, venue: string | null): Instrument | null {
  if (venue !== null) return ruleOf(venue)?.parse(name) ?? null;
  for (const rule of RULES) {
    const instrument = rule.parse(name);
    if (instrument !== null) return instrument;
  }
  return null;
}

/** The venue's spelling of an instrument, or null when no name of that venue states exactly these terms. */
export function formatInstrumentName(instrument: Instrument, venue: string): string | null {
  return ruleOf(venue)?.format(instrument) ?? null;
}

function ruleOf(venue: string): NamingRule | undefined {
  const wanted = venue.toLowerCase();
  return RULES.find((rule) => rule.venue === wanted);
}
