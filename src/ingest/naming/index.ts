/**
 * Instrument names of the venues: what contract a name stands for, and how a venue spells a contract. One rule per
 * venue, one file each; a name that does not state the whole contract is null, and the caller says what is missing.
 */
export { formatInstrumentName, KNOWN_VENUES, parseInstrumentName } from './instrument-name.js';
export type { NamingRule } from './naming-rule.js';
