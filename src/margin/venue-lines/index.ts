/**
 * What the rule books of Deribit, OKX, Paradex and the clones of Deribit's former model share: a contract as a venue
 * sees it, its profit in a scenario in coin or in quote currency, its value and greeks, tenors, and sums over columns.
 */
export { columnGroups, columnSum, expiryKey } from './column-groups.js';
export { grossAmount } from './gross-amount.js';
export { type VenueGreeks, venueGreeks } from './line-greeks.js';
export { type LineMove, lineProfit, type VenueMoney } from './line-profit.js';
export { lineValue } from './line-value.js';
export { percentText } from './percent-text.js';
export { daysToExpiry, type TenorPowers, tenorFactor, yearsToExpiry } from './tenor.js';
export type { VenueLine, VenueOption } from './venue-line.js';
