import type { Instrument } from '../../domain/index.js';
import type { FieldReader } from '../fields/field-reader.js';
import { KNOWN_VENUES, parseInstrumentName } from '../naming/index.js';
import { nearestName } from '../nearest-name.js';
import { adjustedOption, isAdjusted } from './adjusted-option.js';
import { completeTerms } from './complete-terms.js';
import { confirmTerms } from './confirm-terms.js';
import { readTerms } from './read-terms.js';
import { type GivenTerms, TERM_COLUMNS } from './term-columns.js';

/** The naming that is no single venue's: brokers of any name use it. */
const BROKER_NAMING = 'osi';

/** Unknown names for which a near one is looked for. */
const MOST_HINTS = 1000;

/** What the name of an adjusted option leaves out; with it, the others follow from the name. */
const ADJUSTED_HINT = 'the digit marks an adjusted or mini contract: a multiplier column alone would do';

const NAME_EXPECTED = 'the name of an instrument';

/**
 * Reads which contract a row is about, from its name, its venue and its descriptive columns. Rows that say the same give
 * the same object, so a million rows of a thousand contracts cost a thousand readings.
 */
export class InstrumentReader {
  readonly #fields: FieldReader;
  readonly #nameSlot: number;
  readonly #firstTermSlot: number;
  readonly #known = new Map<string, Instrument>();
  readonly #described: ReadonlyMap<string, Instrument>;
  /** By unknown name, since a misspelt one may come in a million rows; so may a million unknown ones. */
  readonly #hints = new Map<string, string | null>();

  /**
   * The descriptive columns stand in the order of `TERM_COLUMNS` from `firstTermSlot` on. `described`: contracts that
   * another file of the run has described already, by name; they need no columns here.
   */
  constructor(
    fields: FieldReader,
    nameSlot: number,
    firstTermSlot: number,
    described: ReadonlyMap<string, Instrument> = new Map(),
  ) {
    this.#fields = fields;
    this.#described = described;
    this.#nameSlot = nameSlot;
    this.#firstTermSlot = firstTermSlot;
  }

  /** The contract of the row at hand, or null after complaints. */
  read(venue: string | null): Instrument | null {
    const name = this.#fields.requiredText(this.#nameSlot, NAME_EXPECTED);
    if (name === '') return null;
    const key = this.#key(name, venue);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const failedBefore = this.#fields.failed;
    this.#fields.failed = false;
    const instrument = this.#resolve(name, venue?.toLowerCase() ?? null);
    const isGood = !this.#fields.failed;
    this.#fields.failed ||= failedBefore;
    if (instrument === null || !isGood) return null;
    this.#known.set(key, instrument);
    return instrument;
  }

  #key(name: string, venue: string | null): string {
    // Lengths keep apart what a text with line breaks in it could be taken for.
    let key = `${name.length} ${name}`;
    if (venue !== null) key += `\nvenue ${venue.length} ${venue}`;
    for (let i = 0; i < TERM_COLUMNS.length; i++) {
      const text = this.#fields.text(this.#firstTermSlot + i);
      if (text !== null) key += `\n${i} ${text.length} ${text}`;
    }
    return key;
  }

  #resolve(name: string, venue: string | null): Instrument | null {
    const given = readTerms(this.#fields, this.#firstTermSlot);
    const isKnownVenue = venue !== null && KNOWN_VENUES.includes(venue);
    const naming = venue === null || isKnownVenue ? venue : BROKER_NAMING;
    const parsed = parseInstrumentName(name, naming) ?? this.#adjusted(name, naming, given);
    const described = this.#described.get(parsed?.name ?? name) ?? this.#described.get(name);
    if (described !== undefined) return confirmTerms(described, 'market', given, this.#fields, this.#firstTermSlot);
    if (parsed !== null) return confirmTerms(parsed, 'name', given, this.#fields, this.#firstTermSlot);
    return completeTerms(name, given, {
      fields: this.#fields,
      nameSlot: this.#nameSlot,
      firstSlot: this.#firstTermSlot,
      isCryptoVenue: isKnownVenue && venue !== BROKER_NAMING,
      hint: isAdjusted(name) ? ADJUSTED_HINT : this.#hint(name, naming),
    });
  }

  #adjusted(name: string, naming: string | null, given: GivenTerms): Instrument | null {
    return naming === null || naming === BROKER_NAMING ? adjustedOption(name, given) : null;
  }

  /** What the name was probably meant to be: the same in capitals, or one near it that the market has. */
  #hint(name: string, naming: string | null): string | null {
    const before = this.#hints.get(name);
    if (before !== undefined) return before;
    if (this.#hints.size >= MOST_HINTS) return null;
    const near =
      parseInstrumentName(name.toUpperCase(), naming)?.name ?? nearestName(name, [...this.#described.keys()]);
    const hint = near === null ? null : `did you mean ${near}?`;
    this.#hints.set(name, hint);
    return hint;
  }
}
