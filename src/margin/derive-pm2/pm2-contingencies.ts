import { type Formula, scale, sparseAffine, sum } from '../../formula/index.js';
import { grossContracts } from '../derive/gross-contracts.js';
import { nakedShorts } from '../derive/naked-shorts.js';
import { oracleContingency } from '../derive/oracle-contingency.js';
import { perpetualSize } from '../derive/perpetual-size.js';
import type { PlacedCollateral, Pm2Book } from './pm2-book.js';
import type { Pm2Snapshot } from './pm2-snapshot.js';
import type { Pm2Values } from './pm2-values.js';

/** The charges beside the scenarios. What is initial comes on top of what is maintenance. */
export interface Pm2Contingencies {
  readonly perpetualMaintenance: Formula;
  readonly perpetualInitial: Formula;
  readonly optionMaintenance: Formula;
  readonly optionInitial: Formula;
  readonly collateralMaintenance: Formula;
  readonly collateralInitial: Formula;
  readonly oracle: Formula;
}

/**
 * Charges by size: on the perpetual's notional, on naked shorts per strike, on collateral, and on prices of low confidence.
 * All convex; those on collateral are linear because its quantity is not negative.
 *
 * SOURCE: derivexyz/v2-core, PMRMLib_2.sol, addPrecomputes.
 */
export function pm2Contingencies(book: Pm2Book, snapshot: Pm2Snapshot, values: Pm2Values): Pm2Contingencies {
  const { spot } = snapshot;
  const perpetual = perpetualSize(book.perpetualColumn);
  const shorts = sum('naked shorts', book.expiries.map(nakedShorts));
  const haircut = (name: string, rate: (collateral: PlacedCollateral) => number): Formula =>
    sparseAffine(
      name,
      book.collaterals.map(({ column }) => column),
      book.collaterals.map((collateral) => collateral.unitValue * rate(collateral)),
    );
  return {
    perpetualMaintenance: scale('perpetual', values.perpMaintenanceRate * spot, perpetual),
    perpetualInitial: scale('perpetual, initial', values.perpInitialRate * spot, perpetual),
    optionMaintenance: scale('short options', values.optionMaintenanceRate * spot, shorts),
    optionInitial: scale('short options, initial', values.optionInitialRate * spot, shorts),
    collateralMaintenance: haircut('collateral', ({ line }) => line.maintenanceHaircut),
    collateralInitial: haircut('collateral, initial', ({ line }) => line.initialHaircut),
    oracle: oracleCharge(book, snapshot, values),
  };
}

function oracleCharge(book: Pm2Book, snapshot: Pm2Snapshot, values: Pm2Values): Formula {
  const { spot, spotConfidence, perpetual } = snapshot;
  const perpetualConfidence = Math.min(spotConfidence, perpetual?.confidence ?? 1);
  const parts = [
    oracleContingency('perpetual prices', perpetualConfidence, perpetualSize(book.perpetualColumn), spot, values),
    ...book.expiries.map((expiry) => {
      const gross = grossContracts(`contracts of ${expiry.name}`, expiry.columns);
      return oracleContingency(`prices of ${expiry.name}`, expiry.confidence, gross, spot, values);
    }),
    ...book.collaterals.map(({ column, line, unitValue }) => {
      const value = sparseAffine(line.name, [column], [unitValue]);
      return oracleContingency(`prices of ${line.name}`, Math.min(line.confidence, spotConfidence), value, 1, values);
    }),
  ];
  return sum('oracle contingency', parts);
}
