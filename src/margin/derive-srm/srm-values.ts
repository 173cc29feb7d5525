import { figureFor } from '../figure-for.js';

/** A figure per underlying; `default` serves those that are not named. */
export type ByUnderlying = Readonly<Record<string, number>>;

/** The figures of the standard manager; meanings in docs/models.md. All decimals. */
export interface SrmValues {
  /** Of the perpetual's notional. */
  readonly perpMaintenance: ByUnderlying;
  readonly perpInitial: ByUnderlying;
  /** Of the spot, per short option: at the money, and at least. */
  readonly maxSpotReq: ByUnderlying;
  readonly minSpotReq: ByUnderlying;
  readonly maintenanceCallSpotReq: ByUnderlying;
  readonly maintenancePutSpotReq: ByUnderlying;
  /** Of the put's own price. */
  readonly maintenancePutPriceReq: ByUnderlying;
  /** Of the forward, per call short beyond those long. */
  readonly unpairedInitial: ByUnderlying;
  readonly unpairedMaintenance: ByUnderlying;
  /** A short put's initial margin is at least this times its maintenance margin. */
  readonly maintenanceOffset: ByUnderlying;
  /** Share of the base asset's value that counts as margin, and the factor on it for initial margin. */
  readonly baseMarginFactor: ByUnderlying;
  readonly baseInitialScale: ByUnderlying;
  readonly perpConfidenceThreshold: number;
  readonly optionConfidenceThreshold: number;
  readonly baseConfidenceThreshold: number;
  readonly confidenceMargin: number;
  readonly pegLossThreshold: number;
  readonly pegLossFactor: number;
}

/** The figures of one underlying. */
export type SrmFigures = { readonly [Name in keyof SrmValues]: number };

/** Picks an underlying's figures; one that is neither named nor has a default counts as zero. */
export function figuresOf(underlying: string, values: SrmValues): SrmFigures {
  const entries = Object.entries(values).map(([name, figure]: [string, ByUnderlying | number]) => [
    name,
    typeof figure === 'number' ? figure : figureFor(underlying, figure),
  ]);
  return Object.fromEntries(entries) as SrmFigures;
}
