/**
 * Deribit's contract sizes by coin. A coin that is missing has no size that a name alone would tell.
 *
 * SOURCE: `contract_size` of public/get_instruments as recorded on 2021-07-22 (BTC, ETH), 2022-05-31 (SOL, USDC perpetuals)
 * and 2026-06-27 (BTC options); the multipliers of the USDC options from Deribit's articles "Linear USDC Options" and "New
 * altcoin options on Deribit" and its notice on AVAX and TRX of January 2026.
 */

/** US dollars a contract of the inverse futures and perpetuals. Inverse options are one coin, for the same coins. */
export const DERIBIT_INVERSE_USD: Readonly<Record<string, number>> = { BTC: 10, ETH: 1, SOL: 10 };

/**
 * Coins a contract of the USDC futures and perpetuals. Only Bitcoin's: the venue has rescaled others since 2022 (XRP was
 * 10 and ETH 0.01 coins, and both trade in smaller steps now), so an old size would be wrong by a factor of ten.
 */
export const DERIBIT_USDC_FUTURE_COINS: Readonly<Record<string, number>> = { BTC: 0.001 };

/** Coins a contract of the USDC options. */
export const DERIBIT_USDC_OPTION_COINS: Readonly<Record<string, number>> = {
  AVAX: 100,
  BTC: 1,
  ETH: 1,
  MATIC: 1000,
  SOL: 10,
  TRX: 10_000,
  XRP: 1000,
};
