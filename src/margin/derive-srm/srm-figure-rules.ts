import { type FigureRule, tableOf, upTo } from '../figures/index.js';
import type { SrmValues } from './srm-values.js';

/** What the figures of `derive-srm` must be. A base asset never counts for more than it is worth. */
export const SRM_FIGURE_RULES: Readonly<Record<keyof SrmValues, FigureRule>> = {
  perpMaintenance: tableOf(upTo(10)),
  perpInitial: tableOf(upTo(10)),
  maxSpotReq: tableOf(upTo(10)),
  minSpotReq: tableOf(upTo(10)),
  maintenanceCallSpotReq: tableOf(upTo(10)),
  maintenancePutSpotReq: tableOf(upTo(10)),
  maintenancePutPriceReq: tableOf(upTo(10)),
  unpairedInitial: tableOf(upTo(10)),
  unpairedMaintenance: tableOf(upTo(10)),
  maintenanceOffset: tableOf(upTo(10)),
  baseMarginFactor: tableOf(upTo(1)),
  baseInitialScale: tableOf(upTo(1)),
  perpConfidenceThreshold: upTo(10),
  optionConfidenceThreshold: upTo(10),
  baseConfidenceThreshold: upTo(10),
  confidenceMargin: upTo(100),
  pegLossThreshold: upTo(100),
  pegLossFactor: upTo(100),
};
