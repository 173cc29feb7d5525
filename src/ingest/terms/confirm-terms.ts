import type { Instrument } from '../../domain/index.js';
import type { FieldReader } from '../fields/field-reader.js';
import { type GivenTerms, TERM_COLUMNS, type TermColumn } from './term-columns.js';

const OSI_FORM = /^[A-Z0-9. ]{1,6}\s*\d{6}[CP]\d{8}$/;

/**
 * A contract whose name is understood, against the columns of its row. What the name states (type, underlying, expiry,
 * strike, right, settlement, currency) the columns may only confirm; multiplier and exercise, which the name implies by
 * custom, they may set (an adjusted stock option, a European index option). The root of an OSI name may be a class of
 * the underlying (SPXW of SPX). Complains once per contradicting column.
 */
export function confirmTerms(named: Instrument, given: GivenTerms, fields: FieldReader, firstSlot: number): Instrument {
  for (const column of TERM_COLUMNS) {
    if (given[column] === null || isConfirmed(column, named, given)) continue;
    const states = statedText(column, named);
    const slot = firstSlot + TERM_COLUMNS.indexOf(column);
    fields.complain('INSTRUMENT_CONTRADICTION', slot, { subject: named.name, detail: states });
  }
  return {
    ...named,
    underlying: given.underlying ?? named.underlying,
    exercise: given.exercise ?? named.exercise,
    multiplier: given.multiplier ?? named.multiplier,
  };
}

function isConfirmed(column: TermColumn, named: Instrument, given: GivenTerms): boolean {
  if (column === 'multiplier') return true;
  if (column === 'exercise') return named.type === 'option';
  if (column === 'expiry') return isSameExpiry(named, given);
  if (column === 'underlying') return isSameUnderlying(named, given);
  return given[column] === named[column];
}

function isSameExpiry(named: Instrument, given: GivenTerms): boolean {
  if (named.expiry === null || given.expiry === null) return false;
  if (!given.expiry.dateOnly) return given.expiry.epochMs === named.expiry;
  return (
    new Date(named.expiry).toISOString().slice(0, 10) === new Date(given.expiry.epochMs).toISOString().slice(0, 10)
  );
}

function isSameUnderlying(named: Instrument, given: GivenTerms): boolean {
  if (given.underlying === named.underlying) return true;
  return OSI_FORM.test(named.name) && given.underlying !== null && named.underlying.startsWith(given.underlying);
}

function statedText(column: TermColumn, named: Instrument): string {
  const value = named[column];
  if (value === null) return 'there is none';
  return column === 'expiry' ? new Date(value).toISOString().replace('.000Z', 'Z') : String(value);
}
