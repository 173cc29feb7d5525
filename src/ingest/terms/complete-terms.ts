import type { Instrument, InstrumentType } from '../../domain/index.js';
import type { FieldReader } from '../fields/field-reader.js';
import { expiryMoment } from './expiry-moment.js';
import { type GivenTerms, TERM_COLUMNS, type TermColumn } from './term-columns.js';

/** What columns describe: a trade has its sensitivities instead. */
type Described = Exclude<InstrumentType, 'trade'>;

/** What has to be said of a contract that no venue's naming explains. A spot or an index is its own underlying. */
const NEEDED: Readonly<Record<Described, readonly TermColumn[]>> = {
  spot: ['currency'],
  index: ['currency'],
  perpetual: ['underlying', 'settlement', 'multiplier', 'currency'],
  future: ['underlying', 'expiry', 'settlement', 'multiplier', 'currency'],
  option: ['underlying', 'expiry', 'strike', 'right', 'exercise', 'settlement', 'multiplier', 'currency'],
};

const ONLY_FOR: Partial<Readonly<Record<TermColumn, readonly InstrumentType[]>>> = {
  expiry: ['future', 'option'],
  strike: ['option'],
  right: ['option'],
  exercise: ['option'],
};

const ARTICLES: Readonly<Record<Described, string>> = {
  spot: 'a spot',
  index: 'an index',
  perpetual: 'a perpetual',
  future: 'a future',
  option: 'an option',
};

/** Where the row is and what is known beside its columns. */
export interface RowContext {
  readonly fields: FieldReader;
  /** Slot of the instrument's name. */
  readonly nameSlot: number;
  /** Slot of the first descriptive column. */
  readonly firstSlot: number;
  /** Whether the row's venue is one of the crypto venues, whose expiries are at 08:00 UTC. */
  readonly isCryptoVenue: boolean;
  /** What the name was probably meant to be. */
  readonly hint: string | null;
}

/** A contract made from columns alone; null after complaining about what is missing or out of place. */
export function completeTerms(name: string, given: GivenTerms, context: RowContext): Instrument | null {
  const { fields, nameSlot, hint } = context;
  const missing = missingColumns(given);
  if (missing.length > 0) {
    const detail = given.type === null ? `${missing.join(', ')} and those its type needs` : missing.join(', ');
    fields.complain('INSTRUMENT_UNKNOWN', nameSlot, { detail, hint });
  }
  if (given.type === null) return null;
  refuseMisplaced(name, given.type, given, context);
  if (fields.failed || given.currency === null) return null;
  const settlement = given.settlement ?? 'linear';
  const isOption = given.type === 'option';
  return {
    name,
    type: given.type,
    underlying: given.underlying ?? name,
    expiry:
      given.expiry === null ? null : expiryMoment(given.expiry, settlement === 'inverse' || context.isCryptoVenue),
    strike: isOption ? given.strike : null,
    right: isOption ? given.right : null,
    exercise: isOption ? given.exercise : null,
    settlement,
    multiplier: given.multiplier ?? 1,
    currency: given.currency,
  };
}

function missingColumns(given: GivenTerms): readonly TermColumn[] {
  if (given.type === null) return given.currency === null ? ['type', 'currency'] : ['type'];
  return NEEDED[given.type].filter((column) => given[column] === null);
}

function refuseMisplaced(name: string, type: Described, given: GivenTerms, context: RowContext): void {
  for (const column of TERM_COLUMNS) {
    if (given[column] === null || (ONLY_FOR[column]?.includes(type) ?? true)) continue;
    const slot = context.firstSlot + TERM_COLUMNS.indexOf(column);
    context.fields.complain('INSTRUMENT_TERM_MISPLACED', slot, { subject: name, detail: ARTICLES[type] });
  }
}
