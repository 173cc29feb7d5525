import type { Instrument } from '../../domain/index.js';
import type { FieldReader } from '../fields/field-reader.js';
import { indexOfRoot } from '../naming/index.js';
import { type GivenTerms, TERM_COLUMNS, type TermColumn } from './term-columns.js';

const OSI_FORM = /^[A-Z0-9. ]{1,6}\s*\d{6}[CP]\d{8}$/;

/**
 * A contract that is known already, against the columns of its row. What a name states (type, underlying, expiry, strike,
 * right, settlement, currency) the columns may only confirm; multiplier and exercise, which a name implies by custom, they
 * may set (an adjusted stock option, a European index option). The root of an OSI name may be a class of the underlying
 * (SPXW of SPX); the weekly roots of indexes are, unless the column says otherwise. What the market file has described may only be confirmed. Complains once per contradicting column.
 */
export function confirmTerms(
  named: Instrument,
  knownFrom: 'name' | 'market',
  given: GivenTerms,
  fields: FieldReader,
  firstSlot: number,
): Instrument {
  for (const column of TERM_COLUMNS) {
    if (given[column] === null || agrees(column, named, given)) continue;
    if (knownFrom === 'name' && maySet(column, named, given)) continue;
    const states = statedText(column, named);
    const slot = firstSlot + TERM_COLUMNS.indexOf(column);
    const subject = knownFrom === 'name' ? `the name ${named.name}` : `the market file's row of ${named.name}`;
    fields.complain('INSTRUMENT_CONTRADICTION', slot, { subject, detail: states });
  }
  if (knownFrom === 'market') return named;
  return {
    ...named,
    underlying: given.underlying ?? (OSI_FORM.test(named.name) ? indexOfRoot(named.underlying) : named.underlying),
    exercise: given.exercise ?? named.exercise,
    multiplier: given.multiplier ?? named.multiplier,
  };
}

function agrees(column: TermColumn, named: Instrument, given: GivenTerms): boolean {
  return column === 'expiry' ? isSameExpiry(named, given) : given[column] === named[column];
}

function maySet(column: TermColumn, named: Instrument, given: GivenTerms): boolean {
  if (column === 'multiplier') return true;
  if (column === 'exercise') return named.type === 'option';
  return column === 'underlying' && isClassOf(given.underlying, named);
}

function isSameExpiry(named: Instrument, given: GivenTerms): boolean {
  if (named.expiry === null || given.expiry === null) return false;
  if (!given.expiry.dateOnly) return given.expiry.epochMs === named.expiry;
  return (
    new Date(named.expiry).toISOString().slice(0, 10) === new Date(given.expiry.epochMs).toISOString().slice(0, 10)
  );
}

/** The classes of one underlying add a letter to it: SPXW, NDXP, VIXW. */
function isClassOf(underlying: string | null, { name, underlying: root }: Instrument): boolean {
  return OSI_FORM.test(name) && underlying === root.slice(0, -1);
}

function statedText(column: TermColumn, named: Instrument): string {
  const value = named[column];
  if (value === null) return 'there is none';
  return column === 'expiry' ? new Date(value).toISOString().replace('.000Z', 'Z') : String(value);
}
