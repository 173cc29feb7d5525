import type { Io } from '../domain/index.js';
import { describeFormula } from '../formula/index.js';
import { MARGIN_MODELS, type MarginModel } from '../margin/index.js';
import type { ModelsResult } from '../schema/models-document.js';
import { didYouMean } from './did-you-mean.js';
import { ManifestBuilder } from './manifest.js';
import type { Outcome } from './outcome.js';
import { unknownModel } from './prepare-run.js';
import type { CommonRequest } from './request.js';
import { sampleUniverse } from './sample-universe.js';

const SCHEMA = 'margo/models@1';

const NO_REQUEST: CommonRequest = {
  positions: '',
  market: null,
  correlations: null,
  prices: null,
  account: null,
  limits: null,
  limitTexts: [],
  keepTexts: [],
  model: '',
  parameters: null,
  parameterOverrides: {},
  asOf: null,
  currency: 'USD',
  noRepair: false,
  scenarioMode: 'listed',
  venue: null,
  seed: 0,
  optionsInEffect: {},
};

/** The models there are, or one with its formula's named tree. */
export async function describeModels(id: string | null, io: Io): Promise<Outcome<ModelsResult>> {
  const manifest = new ManifestBuilder(NO_REQUEST, io);
  const chosen = id === null ? MARGIN_MODELS : MARGIN_MODELS.filter((model) => model.id === id);
  if (chosen.length === 0) {
    const issue = unknownModel(id ?? '');
    const hint = didYouMean(
      id ?? '',
      MARGIN_MODELS.map((model) => model.id),
    );
    return {
      schema: SCHEMA,
      status: 'error',
      manifest: manifest.build(),
      result: null,
      issues: [{ ...issue, hint: hint ?? issue.hint }],
    };
  }
  const models = chosen.map((model) => ({
    id: model.id,
    title: model.title,
    parameters: model.parameterSets.map((set) => ({ ...set, values: { ...set.values } })),
    formula: id === null ? null : formulaTree(model),
  }));
  return { schema: SCHEMA, status: 'ok', manifest: manifest.build(), result: { models }, issues: [] };
}

/** The tree over a perpetual and two options of one coin: names, not figures. */
function formulaTree(model: MarginModel): string {
  const { values } = model.parameterSets[0]!;
  const { lines, view } = sampleUniverse();
  const requirement = model.build(
    {
      lines: lines.filter((line) => model.refuses(line, values) === null),
      view,
      asOf: view.asOf,
      blocks: [{ names: ['BTC'], correlation: Float64Array.of(1) }],
      dailyVolatilities: new Map([['BTC', 0.03]]),
    },
    values,
  );
  return describeFormula(requirement.initial);
}
