import type { Equivalent, Instrument, VenuesFile } from '../../domain/index.js';
import type { VenueInputs } from './load-venues.js';

/** A contract at a venue. */
export interface Slot {
  /** Place of the venue in the file. */
  readonly venue: number;
  readonly instrument: string;
}

/** Two contracts that stand for one another: one of `from` is `ratio` of `to`. */
export interface MovePair {
  readonly from: Slot;
  readonly to: Slot;
  readonly ratio: number;
}

export interface MovePairs {
  readonly pairs: readonly MovePair[];
  /** Positions that no other venue has a contract for. */
  readonly stuck: readonly Slot[];
}

/**
 * Where each position could live instead: at every other venue whose market or book has an equivalent from the file, else the
 * contract of the same name, else, where the file says so, one of the same terms. Of contracts of one name the terms must agree.
 */
export function movePairs(file: VenuesFile, venues: readonly VenueInputs[]): MovePairs {
  const known = venues.map(contractsOf);
  const pairs = new Map<string, MovePair>();
  const stuck: Slot[] = [];
  for (const [i, { inputs }] of venues.entries()) {
    for (const { instrument } of inputs.book.positions) {
      const from = { venue: i, instrument: instrument.name };
      let found = 0;
      for (const [j, contracts] of known.entries()) {
        if (j === i) continue;
        for (const { name, ratio } of matches(instrument, contracts, file)) {
          found += 1;
          const pair = { from, to: { venue: j, instrument: name }, ratio };
          const key = [slotKey(pair.from), slotKey(pair.to)].sort().join('\n');
          if (!pairs.has(key)) pairs.set(key, pair);
        }
      }
      if (found === 0) stuck.push(from);
    }
  }
  return { pairs: [...pairs.values()], stuck };
}

/** A text that no other slot has. */
export function slotKey({ venue, instrument }: Slot): string {
  return `${venue} ${instrument}`;
}

/** What of the file's equivalents no venue knows. */
export function unknownEquivalents(
  equivalents: readonly Equivalent[],
  venues: readonly VenueInputs[],
): { readonly name: string; readonly equivalent: Equivalent }[] {
  const known = new Set(venues.flatMap((venue) => [...contractsOf(venue).keys()]));
  const named = equivalents.flatMap((equivalent) => [
    { name: equivalent.a, equivalent },
    { name: equivalent.b, equivalent },
  ]);
  return named.filter(({ name }, k) => !known.has(name) && named.findIndex((one) => one.name === name) === k);
}

function contractsOf({ inputs: { book, market } }: VenueInputs): ReadonlyMap<string, Instrument> {
  const quoted = [...market.quotes.values()].map(({ instrument }) => instrument);
  const held = book.positions.map(({ instrument }) => instrument);
  return new Map(
    [...quoted, ...held].filter(({ type }) => type !== 'index').map((instrument) => [instrument.name, instrument]),
  );
}

function matches(
  instrument: Instrument,
  contracts: ReadonlyMap<string, Instrument>,
  { equivalents, sameTerms }: VenuesFile,
): { readonly name: string; readonly ratio: number }[] {
  const told = equivalents.flatMap(({ a, b, ratio }) => {
    if (a === instrument.name) return [{ name: b, ratio }];
    return b === instrument.name ? [{ name: a, ratio: 1 / ratio }] : [];
  });
  const there = told.filter(({ name }) => contracts.has(name));
  if (there.length > 0) return there;
  const same = contracts.get(instrument.name);
  if (same !== undefined) return agree(instrument, same, ALL_TERMS) ? [{ name: same.name, ratio: 1 }] : [];
  if (!sameTerms || !isOfTerms(instrument)) return [];
  const alike = [...contracts.values()].filter((other) => isOfTerms(other) && agree(instrument, other, CORE_TERMS));
  return alike.slice(0, 1).map(({ name, multiplier }) => ({ name, ratio: instrument.multiplier / multiplier }));
}

/** A coin-settled future or perpetual is not a number of linear ones, for it is so many dollars; an option's payoff is the same. */
function isOfTerms({ type, settlement }: Instrument): boolean {
  return type === 'option' || settlement === 'linear';
}

const CORE_TERMS = ['type', 'underlying', 'expiry', 'strike', 'right'] as const;
const ALL_TERMS = [...CORE_TERMS, 'settlement', 'multiplier', 'currency'] as const;

function agree(a: Instrument, b: Instrument, terms: readonly (keyof Instrument)[]): boolean {
  return terms.every((term) => a[term] === b[term]);
}
