/**
 * Deribit's contract sizes by coin.
 * SOURCE: `contract_size` of public/get_instruments, recorded 2021-07-22 (BTC, ETH) and 2022-05-31 (SOL, USDC).
 */

/** US dollars a contract of the inverse futures and perpetuals. */
export const DERIBIT_INVERSE_USD: Readonly<Record<string, number>> = { BTC: 10, ETH: 1, SOL: 10 };

/** Coins a contract of the linear USDC futures and perpetuals. */
export const DERIBIT_USDC_COINS: Readonly<Record<string, number>> = {
  ADA: 10,
  ALGO: 10,
  AVAX: 0.1,
  BCH: 0.02,
  BTC: 0.001,
  DOGE: 100,
  DOT: 1,
  ETH: 0.01,
  LINK: 1,
  LTC: 0.1,
  MATIC: 10,
  NEAR: 1,
  SOL: 0.1,
  TRX: 100,
  UNI: 1,
  XRP: 10,
};
