import type { SpanFile } from '../domain/index.js';
import type { EllipsoidTerms, MarketView, ScanBlock, ValuedInstrument, VolatilityShock } from '../scenario/index.js';
import { DERIBIT_PME_MODEL } from './adapters/deribit-pme-model.js';
import { DERIVE_PM1_MODEL } from './adapters/derive-pm1-model.js';
import { DERIVE_PM2_MODEL } from './adapters/derive-pm2-model.js';
import { DERIVE_SRM_MODEL } from './adapters/derive-srm-model.js';
import { HIST_ES_MODEL } from './adapters/hist-es-model.js';
import { HIST_VAR_MODEL } from './adapters/hist-var-model.js';
import { OKX_PM_MODEL } from './adapters/okx-pm-model.js';
import { PARADEX_PM_MODEL } from './adapters/paradex-pm-model.js';
import { PARAMETRIC_VAR_MODEL } from './adapters/parametric-var-model.js';
import { PM1_MODEL } from './adapters/pm1-model.js';
import { SIMM_MODEL } from './adapters/simm-model.js';
import { SPAN_MODEL } from './adapters/span-model.js';
import { TIMS_MODEL } from './adapters/tims-model.js';
import type { FigureRule } from './figures/index.js';
import type { MarginRequirement, ModelInputs, ModelProblem } from './margin-model.js';
import type { ParameterSet } from './parameter-set.js';
import { SCAN_CORRELATED_MODEL } from './scan-correlated-model.js';
import { SCAN_MODEL } from './scan-model.js';

/** Parameter values as they come from files and flags, before the model reads them. */
export type ParameterValues = Readonly<Record<string, unknown>>;

/** A rule book as the rest of margo sees it. */
export interface MarginModel {
  readonly id: string;
  readonly title: string;
  /** The default first. */
  readonly parameterSets: readonly ParameterSet<ParameterValues>[];
  /** What each figure must be, by name; a figure without a rule cannot be overridden. */
  readonly figureRules: Readonly<Record<string, FigureRule>>;
  /**
   * A rule book that somebody charges by; a figure of risk beside them, or a margin between two parties without a venue,
   * both compared only when named.
   */
  readonly kind: 'rule book' | 'risk measure' | 'bilateral';
  /** What its users have to know of whose rules they are. */
  readonly notice?: string;
  /** Whether it margins trades by their sensitivities, so that the book is a CRIF file and needs no market. */
  readonly usesSensitivities?: boolean;
  /** Whether it needs a price history of every underlying. */
  readonly usesPrices: boolean;
  /** Whether its scenarios are joint moves, so that it needs scan ranges and looks at correlations. */
  readonly usesJointMoves: boolean;
  /** Whether the rules look at which lines are held, so that lines of quantity zero must be left out of a reported figure. */
  readonly looksAtHeldLines: boolean;
  /** True where the formula is the rules at `inputs.book` alone and bounds nothing elsewhere; it looks at held lines too. */
  readonly exactAtBook?: boolean;
  /** Whether a line can only be held, never owed (collateral). */
  readonly longOnly: (line: ValuedInstrument) => boolean;
  /** Why it cannot margin a line, as the end of a sentence about the line (`is a dated future, ...`); null when it can. */
  readonly refuses: (line: ValuedInstrument, view: MarketView) => string | null;
  /** How a line is taken for another contract than it is, as the end of such a sentence; null when it is taken as it is. */
  readonly restates: (line: ValuedInstrument) => string | null;
  /** What else in the inputs or figures it cannot work with; `build` throws on any. */
  readonly problems: (inputs: ModelInputs, values: ParameterValues) => readonly ModelProblem[];
  /** The formulas for a market. `values` has been checked against the shape of the default set and the figure rules. */
  readonly build: (inputs: ModelInputs, values: ParameterValues) => MarginRequirement;
  /** The ellipsoid whose every joint move can be looked at (`inputs.points`); absent where the rules list their scenarios. */
  readonly ellipsoid?: (inputs: ModelInputs, values: ParameterValues) => EllipsoidTerms;
  /**
   * A stand-in of what one book's margin changes by as the correlations of a block do, cheap enough for a search over
   * matrices; absent where there is none, null where the book permits none.
   */
  readonly quickRisk?: (
    inputs: ModelInputs,
    values: ParameterValues,
    quantities: Float64Array,
    block: ScanBlock,
  ) => ((correlation: Float64Array) => number) | null;
  /** The same rule book by what a clearing house publishes; absent where it reads no such file. */
  readonly withSpanFile?: (file: SpanFile) => MarginModel;
  /** How far a heat map of an underlying reaches, and how volatility moves on it; null where the rules say nothing. */
  readonly heatMapReach: (underlying: string, inputs: ModelInputs, values: ParameterValues) => HeatMapReach | null;
}

/** The extent of a heat map: the price range either way as a fraction, and the volatility move of its rows. */
export interface HeatMapReach {
  readonly priceRange: number;
  readonly volatility: VolatilityShock;
}

/** Every rule book, the default first. */
export const MARGIN_MODELS: readonly MarginModel[] = [
  SCAN_MODEL,
  DERIVE_PM2_MODEL,
  DERIVE_PM1_MODEL,
  DERIVE_SRM_MODEL,
  DERIBIT_PME_MODEL,
  OKX_PM_MODEL,
  PARADEX_PM_MODEL,
  PM1_MODEL,
  SCAN_CORRELATED_MODEL,
  PARAMETRIC_VAR_MODEL,
  HIST_ES_MODEL,
  HIST_VAR_MODEL,
  TIMS_MODEL,
  SPAN_MODEL,
  SIMM_MODEL,
];

/** The model with an id; undefined when there is none. */
export function findModel(id: string): MarginModel | undefined {
  return MARGIN_MODELS.find((model) => model.id === id);
}
