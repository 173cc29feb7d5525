/** A holding of cash or of an asset used as collateral. `haircut` is a fraction of value taken off (0.1 = ten per cent). */
export interface CollateralBalance {
  readonly asset: string;
  readonly amount: number;
  readonly haircut: number;
}

/** What an account has beside its positions. */
export interface Account {
  readonly balances: readonly CollateralBalance[];
  /** Annual funding rate as a decimal; null when not given. */
  readonly fundingRate: number | null;
  /** Margins the venue reports, in reporting currency, for reconciliation. */
  readonly reportedInitialMargin: number | null;
  readonly reportedMaintenanceMargin: number | null;
}
