/** What `--keep` can hold near today's figure: greeks, and the gains in scenarios. */
export const KEEP_KINDS = ['delta', 'gamma', 'vega', 'theta', 'rho', 'payoff'] as const;

export type KeepKind = (typeof KEEP_KINDS)[number];
