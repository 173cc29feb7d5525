import type { MarketView, ValuedInstrument } from '../../scenario/index.js';
import type { FigureRule } from '../figures/index.js';
import type { MarginRequirement, ModelInputs, ModelProblem } from '../margin-model.js';
import type { HeatMapReach, MarginModel, ParameterValues } from '../model-registry.js';
import type { ParameterSet } from '../parameter-set.js';

/** A venue's rule book with its own type of figures. */
export interface VenueModel<Values> {
  readonly id: string;
  readonly title: string;
  readonly parameterSets: readonly ParameterSet<Values>[];
  readonly figureRules: Readonly<Record<string, FigureRule>>;
  /** A rule book unless told. */
  readonly kind?: MarginModel['kind'];
  /** Not unless told. */
  readonly usesPrices?: boolean;
  readonly usesJointMoves?: boolean;
  readonly usesSensitivities?: boolean;
  readonly notice?: string;
  readonly looksAtHeldLines: boolean;
  readonly exactAtBook?: boolean;
  readonly longOnly?: (line: ValuedInstrument) => boolean;
  readonly refuses: (line: ValuedInstrument, view: MarketView) => string | null;
  readonly restates: (line: ValuedInstrument) => string | null;
  readonly problems?: (inputs: ModelInputs, values: Values) => readonly ModelProblem[];
  readonly build: (inputs: ModelInputs, values: Values) => MarginRequirement;
  readonly heatMapReach?: (underlying: string, inputs: ModelInputs, values: Values) => HeatMapReach | null;
}

/** The same as the registry has it: figures come checked against the shape of the default set, so their type is known. */
export function registered<Values extends object>(model: VenueModel<Values>): MarginModel {
  const typed = (values: ParameterValues): Values => values as unknown as Values;
  return {
    id: model.id,
    title: model.title,
    parameterSets: model.parameterSets.map((set) => ({ ...set, values: { ...set.values } as ParameterValues })),
    figureRules: model.figureRules,
    kind: model.kind ?? 'rule book',
    usesPrices: model.usesPrices ?? false,
    ...(model.notice === undefined ? {} : { notice: model.notice }),
    usesSensitivities: model.usesSensitivities ?? false,
    usesJointMoves: model.usesJointMoves ?? false,
    looksAtHeldLines: model.looksAtHeldLines,
    exactAtBook: model.exactAtBook ?? false,
    longOnly: model.longOnly ?? (() => false),
    refuses: model.refuses,
    restates: model.restates,
    problems: (inputs, values) => model.problems?.(inputs, typed(values)) ?? [],
    build: (inputs, values) => model.build(inputs, typed(values)),
    heatMapReach: (underlying, inputs, values) => model.heatMapReach?.(underlying, inputs, typed(values)) ?? null,
  };
}
