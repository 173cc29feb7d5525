import type { Instrument } from '../../domain/index.js';

/**
 * How one venue spells its instruments.
 *
 * `parse` reads a name into the contract's terms, or gives null when the name is not of this venue's form or does not
 * say everything (an unknown contract size, a date that does not exist). The instrument's `name` is the venue's own
 * spelling, so two accepted spellings of one contract are one instrument. Names are read as the venue writes them: in
 * capitals, without blanks around them.
 *
 * `format` spells an instrument, or gives null when no name of the venue states exactly these terms. It reads the terms
 * alone, never `instrument.name`, and for every name a rule knows in the venue's own spelling
 * `format(parse(name)) === name`.
 */
export interface NamingRule {
  readonly venue: string;
  parse(name: string): Instrument | null;
  format(instrument: Instrument): string | null;
}
