import type { Instrument } from '../../domain/index.js';
import { confirmedName } from './confirmed-name.js';
import { EUROPEAN_INDEX_ROOTS } from './european-index-roots.js';
import { readYymmdd, writeYymmdd } from './expiry-date.js';
import type { NamingRule } from './naming-rule.js';
import { newYorkClose } from './new-york-close.js';

const ROOT_LENGTH = 6;
const PADDED = /^([A-Z]{1,6}) *(\d{6})([CP])(\d{8})$/;
const UNPADDED = /^([A-Z]{1,6})(\d{6})([CP])(\d{8})$/;
const PADDED_LENGTH = 21;
const STRIKE_SCALE = 1000;
const SHARES_PER_CONTRACT = 100;

/**
 * OSI, the 21 characters of the Options Clearing Corporation: `SPY   200320C00320000` (root padded to six, yymmdd, C or
 * P, strike in thousandths in eight digits), also without the blanks. One hundred shares, dollars, 16:00 New York time;
 * American except the roots of `EUROPEAN_INDEX_ROOTS`. The underlying is the root, so `SPXW` is not `SPX`.
 *
 * Roots with a digit are not read: they mark adjusted or mini contracts (`AAPL7`), whose deliverable the name does not
 * tell.
 *
 * SOURCE: OCC, "Options Symbology Initiative", symbol key of 2010.
 */
export const osi: NamingRule = {
  venue: 'osi',
  parse(name) {
    const match = (name.length === PADDED_LENGTH ? PADDED : UNPADDED).exec(name);
    if (match === null) return null;
    const [, root = '', date = '', right = '', digits = ''] = match;
    const day = readYymmdd(date);
    const strike = Number(digits) / STRIKE_SCALE;
    if (day === null || strike === 0) return null;
    return {
      name: `${root.padEnd(ROOT_LENGTH)}${date}${right}${digits}`,
      type: 'option',
      underlying: root,
      expiry: newYorkClose(day),
      strike,
      right: right === 'C' ? 'C' : 'P',
      exercise: EUROPEAN_INDEX_ROOTS.has(root) ? 'european' : 'american',
      settlement: 'linear',
      multiplier: SHARES_PER_CONTRACT,
      currency: 'USD',
    };
  },
  format: (instrument) => confirmedName(osi, instrument, spell(instrument)),
};

function spell({ underlying, expiry, strike, right }: Instrument): string | null {
  if (expiry === null || strike === null || right === null) return null;
  const close = new Date(expiry);
  const date = writeYymmdd({
    year: close.getUTCFullYear(),
    month: close.getUTCMonth() + 1,
    day: close.getUTCDate(),
  });
  const thousandths = String(Math.round(strike * STRIKE_SCALE)).padStart(8, '0');
  return `${underlying.padEnd(ROOT_LENGTH)}${date}${right}${thousandths}`;
}
