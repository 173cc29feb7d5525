import { figureFor } from '../figure-for.js';
import type { PmeValues } from './pme-values.js';

/** The figures in which the currency pairs of Deribit differ. */
type OwnFigure =
  | 'priceRange'
  | 'volRangeUp'
  | 'extendedDampenerUsd'
  | 'mInc'
  | 'minAnnualisedMove'
  | 'annualisedMoveRisk'
  | 'pnlOffset'
  | 'maxOffsetablePnl';

/** The figures of all pairs: those in which they differ by underlying, where `default` serves the pairs that are not named. */
export type PmeTables = Omit<PmeValues, OwnFigure> & {
  readonly [Name in OwnFigure]: Readonly<Record<string, number>>;
};

/** The figures of one pair. */
export function pmeValuesOf(underlying: string, tables: PmeTables): PmeValues {
  const own = (name: OwnFigure): number => figureFor(underlying, tables[name]);
  return {
    ...tables,
    priceRange: own('priceRange'),
    volRangeUp: own('volRangeUp'),
    extendedDampenerUsd: own('extendedDampenerUsd'),
    mInc: own('mInc'),
    minAnnualisedMove: own('minAnnualisedMove'),
    annualisedMoveRisk: own('annualisedMoveRisk'),
    pnlOffset: own('pnlOffset'),
    maxOffsetablePnl: own('maxOffsetablePnl'),
  };
}
