/**
 * Instrument names of the venues: what contract a name stands for, and how a venue spells a contract. One rule per
 * venue, one file each; a name that does not state the whole contract is null, and the caller says what is missing.
 */
export { SETTLEMENT_HOUR_UTC } from './expiry-date.js';
export { indexOfRoot } from './index-of-root.js';
export { formatInstrumentName, KNOWN_VENUES, parseInstrumentName } from './instrument-name.js';
export type { NamingRule } from './naming-rule.js';
export { newYorkClose } from './new-york-close.js';
