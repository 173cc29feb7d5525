import type { Io } from '../domain/index.js';
import { describeFormula } from '../formula/index.js';
import { MARGIN_MODELS, type MarginModel, type ParameterSet, type ParameterValues } from '../margin/index.js';
import type { ModelsResult } from '../schema/models-document.js';
import { ManifestBuilder } from './manifest.js';
import { nearBook } from './near-book.js';
import type { Outcome } from './outcome.js';
import { COMMON_DEFAULTS } from './request-defaults.js';
import { requestedModel } from './requested-model.js';
import { sampleUniverse } from './sample-universe.js';
import { sampleTrades } from './simm/sample-trades.js';

const SCHEMA = 'margo/models@1';

/**
 * The models there are with all their parameter sets, or one with its formula's named tree.
 *
 * @param text `ID`, or `ID@SET` for one of its sets
 */
export async function describeModels(text: string | null, io: Io): Promise<Outcome<ModelsResult>> {
  const manifest = new ManifestBuilder(COMMON_DEFAULTS, io).build();
  if (text === null) {
    const models = MARGIN_MODELS.map((model) => described(model, model.parameterSets, null));
    return { schema: SCHEMA, status: 'ok', manifest, result: { models }, issues: [] };
  }
  const requested = requestedModel(text);
  if (requested.status === 'unknown') {
    return { schema: SCHEMA, status: 'error', manifest, result: null, issues: [requested.issue] };
  }
  const { model, set } = requested;
  const sets = text === model.id ? model.parameterSets : [set];
  const models = [described(model, sets, formulaTree(model, set.values))];
  return { schema: SCHEMA, status: 'ok', manifest, result: { models }, issues: [] };
}

function described(
  { id, title, notice }: MarginModel,
  sets: readonly ParameterSet<ParameterValues>[],
  formula: string | null,
): ModelsResult['models'][number] {
  const whose = notice === undefined ? {} : { notice };
  return { id, title, ...whose, parameters: sets.map((set) => ({ ...set, values: { ...set.values } })), formula };
}

/** The tree over a perpetual and two options of one coin, or over a trade: names, not figures. */
function formulaTree(model: MarginModel, values: ParameterValues): string {
  const { lines, view, history, trades } = model.usesSensitivities === true ? sampleTrades() : sampleUniverse();
  const requirement = model.build(
    {
      lines: lines.filter((line) => model.refuses(line, view) === null),
      view,
      asOf: view.asOf,
      blocks: [{ names: ['BTC'], correlation: Float64Array.of(1) }],
      dailyVolatilities: new Map([['BTC', 0.03]]),
      ...(history === undefined ? {} : { history }),
      ...(trades === undefined ? {} : { trades, book: new Float64Array(lines.length).fill(1) }),
    },
    values,
  );
  return describeFormula(nearBook(requirement));
}
