import { hasErrors, type Issue, makeIssue } from '../../../domain/index.js';
import { readParameterRanges, type Source } from '../../../ingest/index.js';
import type { StressParameters, WorstSet } from '../../../schema/stress/stress-parameters.js';
import { ParameterMargin } from '../../parameters/parameter-margin.js';
import { resolvedRanges } from '../../parameters/resolved-ranges.js';
import { sensitivities } from '../../parameters/sensitivities.js';
import { worstSet } from '../../parameters/worst-set.js';
import { worstSetLine } from '../../parameters/worst-set-line.js';
import { refusedPart, type StressContext, type StressPartRun, type StressState } from '../stress-part.js';

/** The margin as the parameters of the model change: each alone, and all together within ranges. */
export const stressParameters: StressPartRun<StressParameters> = async (context) => {
  const { run, inputs, request } = context;
  const margin = new ParameterMargin(run, run.quantities, inputs.prices);
  const { worst, issues, sources } = await worstWithin(context, margin);
  if (hasErrors(issues)) return refusedPart(issues, sources);
  const { lines, withoutEffect, fixed } = sensitivities(margin);
  const section: StressParameters = {
    margin: margin.margin,
    model: run.model.id,
    parameters: run.parameters.id,
    numbers: margin.places.length,
    sensitivities: [...lines],
    withoutEffect: { count: withoutEffect.length, parameters: request.allParameters ? [...withoutEffect] : [] },
    fixed: [...fixed],
    worst,
  };
  return { section, needs: null, issues, sources, states: statesOf(worst) };
};

/** The worst set within the ranges of a request; null without ranges, or with errors among the issues. */
async function worstWithin(
  { run, request, io }: StressContext,
  margin: ParameterMargin,
): Promise<{
  readonly worst: WorstSet | null;
  readonly issues: readonly Issue[];
  readonly sources: readonly Source[];
}> {
  if (request.parameterRanges === null) return { worst: null, issues: [], sources: [] };
  const file = await readParameterRanges(request.parameterRanges, io);
  const sources = [file.source];
  const { ranges, issues: unfit } = resolvedRanges(file.value, run, margin);
  const issues = [...file.issues, ...unfit];
  if (hasErrors(issues)) return { worst: null, issues, sources };
  const found = worstSet(margin, ranges, request.seed);
  if (found !== null) return { worst: worstSetLine(margin, ranges, found), issues, sources };
  return { worst: null, issues: [...issues, makeIssue('PAR_NO_SET', { subject: run.model.id })], sources };
}

function statesOf(worst: WorstSet | null): StressState[] {
  return worst === null ? [] : [{ name: 'worst parameters', initialMargin: worst.margin, pnl: 0 }];
}
