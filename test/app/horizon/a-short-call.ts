import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const COLUMNS = 'timestamp,instrument,bid,bid_size,ask,ask_size,mark,iv,underlying_price';
const NOW = '2026-06-27T08:00:00.000Z';

/** The call that expires tomorrow, and one that lasts; the latter costs half of what the former does. */
export const [TOMORROW, LASTING] = ['BTC-28JUN26-60000-C', 'BTC-25SEP26-76000-C'] as const;

/**
 * Writes a book that is short ten calls of three months at 60,000, and a market in which two other calls are offered, ten
 * each: fair value plus 60 dollars for the one of tomorrow, plus 30 for the lasting one.
 */
export function writeShortCall(folder: string): { readonly positions: string; readonly market: string } {
  const files = { positions: join(folder, 'positions.csv'), market: join(folder, 'market.csv') };
  writeFileSync(files.positions, 'instrument,quantity\nBTC-25SEP26-60000-C,-10\n');
  // Marks in coin by Black-76 at a forward of 60,000 and a volatility of 40 %, days over 365, worked out apart from margo.
  const rows = [
    `${NOW},BTC-25SEP26-60000-C,,,,,0.0791,0.4,60000`,
    `${NOW},${TOMORROW},,,0.0094,10,0.0084,0.4,60000`,
    `${NOW},${LASTING},,,0.0133,10,0.0128,0.4,60000`,
  ];
  writeFileSync(files.market, `${[COLUMNS, ...rows].join('\n')}\n`);
  return files;
}
