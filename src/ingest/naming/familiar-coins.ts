/**
 * Coins with options, or with perpetuals among the busiest, at Bybit or Derive. Where a name would fit any word it is read
 * for these only: `SOL-20260627-150-C` is Derive's, but `ES-20200320-3200-C` is somebody's own name for an option on a
 * share index, and must not become a coin.
 */
export const FAMILIAR_COINS: ReadonlySet<string> = new Set([
  'AAVE',
  'ADA',
  'ARB',
  'AVAX',
  'BCH',
  'BNB',
  'BTC',
  'DOGE',
  'DOT',
  'ENA',
  'ETH',
  'HYPE',
  'LINK',
  'LTC',
  'MNT',
  'NEAR',
  'OP',
  'PEPE',
  'SOL',
  'SUI',
  'TAO',
  'TIA',
  'TON',
  'TRX',
  'UNI',
  'WIF',
  'WLD',
  'XRP',
]);
