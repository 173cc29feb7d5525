import { hasErrors, type Io, makeIssue, type StressPart } from '../domain/index.js';
import type { StressResult } from '../schema/stress-document.js';
import { loadInputs } from './load-inputs.js';
import { ManifestBuilder } from './manifest.js';
import type { Outcome } from './outcome.js';
import { prepareRun } from './prepare-run.js';
import type { StressRequest } from './request.js';
import { runConfidence } from './run-confidence.js';
import { sealed } from './seals.js';
import { chosenParts } from './stress/chosen-parts.js';
import { stressCorrelations } from './stress/correlations/stress-correlations.js';
import { stressHistory } from './stress/history/stress-history.js';
import { stressParameters } from './stress/parameters/stress-parameters.js';
import { stressScenarios } from './stress/scenarios/stress-scenarios.js';
import { stressBase } from './stress/stress-base.js';
import type { StressContext, StressPartAnswer, StressPartRun } from './stress/stress-part.js';
import { stressThresholds } from './stress/stress-thresholds.js';
import { stressTime } from './stress/time/stress-time.js';

const SCHEMA = 'margo/stress@1';

/** What each part is run by. */
const PARTS = {
  scenarios: stressScenarios,
  history: stressHistory,
  correlations: stressCorrelations,
  parameters: stressParameters,
  time: stressTime,
} as const satisfies Record<StressPart, StressPartRun<unknown>>;

type Answers = { [P in StressPart]: Awaited<ReturnType<(typeof PARTS)[P]>> | null };

/** What a book and its margin become in scenarios, in moves of the past, as correlations or parameters change, and as time passes. */
export async function runStress(request: StressRequest, io: Io): Promise<Outcome<StressResult>> {
  const manifest = new ManifestBuilder(request, io);
  const chosen = chosenParts(request.what);
  const { inputs, issues, sources } = await loadInputs(request, io);
  issues.unshift(...chosen.issues);
  const refused = (): Outcome<StressResult> => ({
    schema: SCHEMA,
    status: 'error',
    manifest: manifest.build(),
    result: null,
    issues,
  });
  manifest.read(sources);
  manifest.finished('read');
  if (hasErrors(issues)) return refused();
  const prepared = prepareRun(request, inputs, io, []);
  issues.push(...prepared.issues);
  manifest.prepared(prepared.run);
  manifest.finished('value');
  if (prepared.run === null) return refused();
  const { run } = prepared;
  const { base, issues: remarks } = stressBase(run, inputs.account);
  issues.push(...remarks);
  const context: StressContext = { request, inputs, run, base, io };
  const answers = await answersOf(chosen.parts, context, manifest);
  const told = Object.values(answers).filter((answer) => answer !== null);
  manifest.read([...sources, ...told.flatMap((answer) => answer.sources)]);
  issues.push(...told.flatMap((answer) => answer.issues));
  if (request.what.length > 0) {
    for (const { part: value, needs: subject } of omittedOf(answers)) {
      issues.push(makeIssue('CFG_STRESS_NEEDS', { field: '--what', value, subject }));
    }
  }
  if (hasErrors(issues)) return refused();
  const thresholds = stressThresholds(request, answers);
  const result = resultOf(context, answers, thresholds);
  const status = thresholds.exceeded.length > 0 ? 'no' : 'ok';
  return sealed({ schema: SCHEMA, status, manifest: manifest.build(), result, issues });
}

/** One part after another; those not asked for have no answer. */
async function answersOf(
  parts: readonly StressPart[],
  context: StressContext,
  manifest: ManifestBuilder,
): Promise<Answers> {
  const ask = async <S>(part: StressPart, run: StressPartRun<S>): Promise<StressPartAnswer<S> | null> => {
    if (!parts.includes(part)) return null;
    context.io.signal.throwIfAborted();
    const answer = await run(context);
    manifest.finished(part);
    return answer;
  };
  return {
    scenarios: await ask('scenarios', PARTS.scenarios),
    history: await ask('history', PARTS.history),
    correlations: await ask('correlations', PARTS.correlations),
    parameters: await ask('parameters', PARTS.parameters),
    time: await ask('time', PARTS.time),
  };
}

/** Parts without an input, and which it would be. */
function omittedOf(answers: Answers): StressResult['omitted'] {
  return Object.entries(answers).flatMap(([part, answer]) =>
    answer?.needs == null ? [] : [{ part: part as StressPart, needs: answer.needs }],
  );
}

function resultOf(
  { run, base }: StressContext,
  answers: Answers,
  thresholds: StressResult['thresholds'],
): StressResult {
  return {
    model: run.model.id,
    parameterSet: run.parameters.id,
    confidence: runConfidence(run),
    currency: run.view.currency,
    base,
    scenarios: answers.scenarios?.section ?? null,
    history: answers.history?.section ?? null,
    correlations: answers.correlations?.section ?? null,
    parameters: answers.parameters?.section ?? null,
    time: answers.time?.section ?? null,
    omitted: omittedOf(answers),
    thresholds,
  };
}
