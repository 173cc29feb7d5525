/** A cash dividend ahead: years from now to its ex-date, money per unit of the underlying. */
export interface CashDividend {
  readonly years: number;
  readonly amount: number;
}

/** Present value, at `from` years from now, of the dividends with an ex-date from then to `until`; both ends count. */
export function dividendValue(dividends: readonly CashDividend[], rate: number, until: number, from = 0): number {
  let value = 0;
  for (const { years, amount } of dividends) {
    if (years >= from && years <= until) value += amount * Math.exp(-rate * (years - from));
  }
  return value;
}
