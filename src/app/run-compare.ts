import { hasErrors, type Io } from '../domain/index.js';
import type { CompareResult } from '../schema/compare-document.js';
import type { LimitLine } from '../schema/limit-line.js';
import { type ChosenModel, chosenModels } from './chosen-models.js';
import { compareResult, isWhole, type WholeRun } from './compare-result.js';
import { comparedRuns } from './compared-runs.js';
import { figuresByModel } from './figures-by-model.js';
import { breaks } from './limit-lines.js';
import { limitsByModel } from './limits-by-model.js';
import { loadInputs } from './load-inputs.js';
import { ManifestBuilder } from './manifest.js';
import type { Outcome } from './outcome.js';
import { valuationTime } from './prepare-run.js';
import type { CommonRequest, CompareRequest } from './request.js';
import { sealed } from './seals.js';

const SCHEMA = 'margo/compare@1';

/** The same book under several rule books, in one currency. Files are read once; a rule book that cannot margin them says why. */
export async function runCompare(request: CompareRequest, io: Io): Promise<Outcome<CompareResult>> {
  const manifest = new ManifestBuilder(request, io);
  const { models, issues: modelIssues } = chosenModels(request.models);
  const { figuresOf, issues: figureIssues } = figuresByModel(request.parameterOverrides, models);
  const { inputs, issues, sources } = await loadInputs(
    { ...request, parameters: null, model: readFor(models, request) },
    io,
  );
  issues.push(...modelIssues, ...(modelIssues.length === 0 ? figureIssues : []));
  manifest.read(sources);
  manifest.finished('read');
  const refused = (): Outcome<CompareResult> => ({
    schema: SCHEMA,
    status: 'error',
    manifest: manifest.build(),
    result: null,
    issues,
  });
  if (hasErrors(issues)) return refused();

  const asOf = valuationTime(request, inputs, io, issues);
  manifest.valuedAt(asOf);
  const requestOf = (chosen: ChosenModel): CommonRequest => ({
    ...request,
    asOf,
    model: chosen.name,
    parameters: null,
    parameterOverrides: figuresOf(chosen),
  });
  const { runs, issues: runIssues } = comparedRuns(models, requestOf, inputs, io);
  issues.push(...runIssues);
  manifest.finished('value');
  if (hasErrors(issues)) return refused();
  const limits = limitsByModel(inputs, runs.filter(isWhole));
  issues.push(...limits.issues);
  const positions = [...inputs.book.positions].sort((a, b) => (a.origin?.line ?? 0) - (b.origin?.line ?? 0));
  const limitsOf = (compared: WholeRun): LimitLine[] => limits.lines.get(compared) ?? [];
  const compared = compareResult(runs, { positions, account: inputs.account, limitsOf });
  issues.push(...compared.issues);
  manifest.finished('margin');
  if (hasErrors(issues)) return refused();
  const { result } = compared;
  return sealed({ schema: SCHEMA, status: statusOf(request, result), manifest: manifest.build(), result, issues });
}

/** Trades are read where every rule book margins these. */
function readFor(models: readonly ChosenModel[], { model }: CompareRequest): string {
  const chosen = models.find((one) => one.model.usesSensitivities !== true) ?? models[0];
  return chosen?.name ?? model;
}

/** The answer is about the cheapest rule book: it is what one would take. */
function statusOf({ failAbove }: CompareRequest, { models }: CompareResult): 'ok' | 'no' {
  const cheapest = models[0]!;
  return (failAbove !== null && cheapest.initialMargin! > failAbove) || cheapest.limits.some(breaks) ? 'no' : 'ok';
}
