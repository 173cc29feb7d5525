import type { Instrument } from '../../domain/index.js';
import { parseInstrumentName } from '../naming/index.js';
import type { GivenTerms } from './term-columns.js';

/** A root with a digit behind it: `AAPL1 260619C00150000`. */
const ADJUSTED = /^([A-Z]{1,5})(\d)( *)(\d{6}[CP]\d{8})$/;
const ROOT_LENGTH = 6;

/** Whether an OSI name is of an adjusted or a mini contract, whose deliverable it does not tell. */
export function isAdjusted(name: string): boolean {
  return ADJUSTED.test(name);
}

/**
 * An adjusted or mini option, by its OSI name and the `multiplier` of its row: units of the underlying for which strike and price
 * are told. The underlying is the root without the digit, unless the row names another. Null without a multiplier.
 *
 * SOURCE: OCC, "Options Symbology Initiative": a digit behind the root marks a non-standard deliverable.
 */
export function adjustedOption(name: string, given: GivenTerms): Instrument | null {
  const [, root = '', digit = '', , series = ''] = ADJUSTED.exec(name) ?? [];
  if (root === '' || given.multiplier === null) return null;
  const standard = parseInstrumentName(`${root.padEnd(ROOT_LENGTH)}${series}`, 'osi');
  if (standard === null) return null;
  return {
    ...standard,
    name: `${`${root}${digit}`.padEnd(ROOT_LENGTH)}${series}`,
    underlying: given.underlying ?? standard.underlying,
    multiplier: given.multiplier,
  };
}
