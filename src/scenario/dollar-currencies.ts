/** Currencies counted as one dollar when the market has no row of their own. */
export const DOLLAR_CURRENCIES: ReadonlySet<string> = new Set(['USD', 'USDC', 'USDT', 'USDE', 'FDUSD', 'BUSD', 'DAI']);
