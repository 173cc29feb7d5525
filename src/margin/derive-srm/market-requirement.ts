import { type Affine, type Formula, scale, sum } from '../../formula/index.js';
import { columnAmount } from '../derive/column-amount.js';
import { contractPrices, type ExpiryLines, expirySum } from '../derive/expiry-lines.js';
import { oracleContingency } from '../derive/oracle-contingency.js';
import { pegLoss } from '../derive/peg-loss.js';
import { perpetualSize } from '../derive/perpetual-size.js';
import { expiryRequirement, shortContracts } from './expiry-requirement.js';
import type { SrmMarket } from './srm-snapshot.js';
import type { SrmFigures } from './srm-values.js';

/** The lines of one underlying, sorted by what they are. */
export interface MarketLines {
  readonly market: SrmMarket;
  readonly expiries: readonly ExpiryLines[];
  readonly perpetualColumn: number | null;
  readonly baseColumn: number | null;
}

/** The parts of one underlying's requirement, and the value of its lines. */
export interface MarketRequirement {
  readonly perpetualInitial: Formula;
  readonly perpetualMaintenance: Formula;
  readonly optionInitial: Formula;
  readonly optionMaintenance: Formula;
  readonly baseInitial: Formula;
  readonly baseMaintenance: Formula;
  readonly oracle: Formula;
  readonly depeg: Formula;
  readonly values: readonly Affine[];
}

/**
 * One underlying by the standard manager. Oracle and depeg charges are of initial margin only.
 *
 * SOURCE: derivexyz/v2-core, StandardManager.sol, _getMarketMargin.
 */
export function marketRequirement(lines: MarketLines, stablePrice: number, figures: SrmFigures): MarketRequirement {
  const { market, expiries, baseColumn } = lines;
  const { underlying, spot } = market;
  const options = expiries.map((expiry) => expiryRequirement(expiry, spot, figures));
  const perpetual = perpetualSize(lines.perpetualColumn);
  const notional = market.perpetual?.price ?? 0;
  const base = (name: string, perUnit: number): Affine => columnAmount(name, baseColumn, perUnit);
  const initialBase = figures.baseMarginFactor * figures.baseInitialScale;
  return {
    perpetualInitial: scale(`${underlying} perpetual`, figures.perpInitial * notional, perpetual),
    perpetualMaintenance: scale(`${underlying} perpetual`, figures.perpMaintenance * notional, perpetual),
    optionInitial: sum(
      `${underlying} options`,
      options.map(({ initial }) => initial),
    ),
    optionMaintenance: sum(
      `${underlying} options`,
      options.map(({ maintenance }) => maintenance),
    ),
    baseInitial: base(`${underlying} base asset`, spot / stablePrice - spot * initialBase),
    baseMaintenance: base(`${underlying} base asset`, spot / stablePrice - spot * figures.baseMarginFactor),
    oracle: oracleCharge(lines, figures),
    depeg: scale(
      `${underlying} depeg`,
      pegLoss(stablePrice, figures) * spot,
      sum('perpetual and short options', [perpetual, ...expiries.map(shortContracts)]),
    ),
    values: [
      ...expiries.map((expiry) => expirySum(expiry.name, expiry, contractPrices(expiry, 1))),
      base(`${underlying} base asset`, spot / stablePrice),
    ],
  };
}

function oracleCharge(lines: MarketLines, figures: SrmFigures): Formula {
  const { market, expiries, baseColumn } = lines;
  const { underlying, spot, spotConfidence, perpetual } = market;
  const feeds = new Map(market.expiries.map((feed) => [feed.secondsToExpiry, feed]));
  const charge = (name: string, confidence: number, threshold: number, exposure: Formula): Formula =>
    oracleContingency(name, confidence, exposure, spot, {
      confidenceThreshold: threshold,
      confidenceMargin: figures.confidenceMargin,
    });
  const perpetualConfidence = Math.min(spotConfidence, perpetual?.confidence ?? 1);
  // A base asset that counts for no margin is not charged for its price either.
  const hasBase = figures.baseMarginFactor * figures.baseInitialScale > 0;
  const baseUnits = columnAmount('base asset', hasBase ? baseColumn : null, 1);
  return sum(`${underlying} oracle contingency`, [
    charge(
      'perpetual prices',
      perpetualConfidence,
      figures.perpConfidenceThreshold,
      perpetualSize(lines.perpetualColumn),
    ),
    charge('base asset prices', spotConfidence, figures.baseConfidenceThreshold, baseUnits),
    ...expiries.map((expiry) => {
      const { forwardConfidence, volatilityConfidence } = feeds.get(expiry.secondsToExpiry)!;
      const confidence = Math.min(spotConfidence, forwardConfidence, volatilityConfidence);
      return charge(`prices of ${expiry.name}`, confidence, figures.optionConfidenceThreshold, shortContracts(expiry));
    }),
  ]);
}
