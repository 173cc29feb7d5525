import type { MarginModel } from './model-registry.js';
import { scanModel } from './scan.js';
import { scanCurves } from './scan-curves.js';
import {
  SCAN_FIGURE_RULES,
  SCAN_PARAMETER_SETS,
  type ScanValues,
  scanRange,
  scanSettings,
  scanVolatilityShock,
} from './scan-parameters.js';

/** The house model in the registry. */
export const SCAN_MODEL: MarginModel = {
  id: 'scan',
  title: 'house scan: joint scenarios from the correlations, full revaluation',
  parameterSets: SCAN_PARAMETER_SETS.map((set) => ({ ...set, values: { ...set.values } })),
  figureRules: SCAN_FIGURE_RULES,
  kind: 'rule book',
  usesPrices: false,
  usesJointMoves: true,
  looksAtHeldLines: false,
  longOnly: () => false,
  refuses: () => null,
  restates: () => null,
  problems: () => [],
  quickRisk: (inputs, values, quantities, block) =>
    scanCurves(inputs, values as unknown as ScanValues, quantities, block),
  build: (inputs, values) => scanModel(inputs, values as unknown as ScanValues),
  ellipsoid: ({ dailyVolatilities }, values) => {
    const figures = values as unknown as ScanValues;
    const { tailRadii, tailCover, ...directions } = scanSettings(figures);
    return {
      scanRanges: new Map([...dailyVolatilities].map(([name, daily]) => [name, scanRange(daily, figures)])),
      shock: scanVolatilityShock(figures),
      tailReach: tailRadii.length === 0 ? null : Math.max(...tailRadii),
      tailCover,
      directions,
    };
  },
  heatMapReach: (underlying, { dailyVolatilities }, values) => {
    const figures = values as unknown as ScanValues;
    const daily = dailyVolatilities.get(underlying);
    return daily === undefined
      ? null
      : { priceRange: scanRange(daily, figures), volatility: scanVolatilityShock(figures) };
  },
};
