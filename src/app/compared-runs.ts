import { type Io, type Issue, makeIssue } from '../domain/index.js';
import type { ChosenModel } from './chosen-models.js';
import { isWhole } from './compare-result.js';
import { type ComparedRun, comparedRun } from './compared-run.js';
import { issuesOnce } from './issues-once.js';
import type { Inputs } from './load-inputs.js';
import type { CommonRequest } from './request.js';

/**
 * The book under every rule book, with what is to be said: errors where the inputs are wrong under any, or where no rule book
 * can margin the book; else each that cannot, as a warning.
 */
export function comparedRuns(
  models: readonly ChosenModel[],
  requestOf: (chosen: ChosenModel) => CommonRequest,
  inputs: Inputs,
  io: Io,
): { readonly runs: readonly ComparedRun[]; readonly issues: readonly Issue[] } {
  const found = models.map((chosen) => comparedRun(chosen, requestOf(chosen), inputs, io));
  const errors = found.flatMap((one) => ('errors' in one ? one.errors : []));
  if (errors.length > 0) return { runs: [], issues: issuesOnce(errors) };
  const runs = found.filter((one): one is ComparedRun => !('errors' in one));
  const whole = runs.filter(isWhole);
  if (whole.length === 0) return { runs, issues: issuesOnce(runs.flatMap(({ issues }) => issues)) };
  const correlated = whole.some(({ chosen }) => chosen.model.usesJointMoves);
  const bySpanFile = whole.some(({ chosen }) => chosen.model.withSpanFile !== undefined);
  const told = whole
    .flatMap(({ issues }) => issues)
    .filter(({ code }) => !correlated || code !== 'RUN_CORRELATIONS_UNUSED')
    .filter(({ code }) => !bySpanFile || code !== 'SPN_UNUSED');
  return {
    runs,
    issues: [...issuesOnce(told), ...runs.filter((run) => !isWhole(run)).map((run) => leftOut(run, inputs))],
  };
}

function leftOut({ chosen, refused, problems }: ComparedRun, { book }: Inputs): Issue {
  const reasons = [
    ...(refused.length === 0 ? [] : [refusedWords(refused, book.positions.length)]),
    ...problems.map(({ subject, problem }) => `${subject}: ${problem}`),
  ];
  return makeIssue('RUN_NOT_COMPARED', { subject: chosen.name, detail: reasons.join('; ') });
}

/** `3 of 15 positions (A, B, C)`; of all of them the reason, where there is one for all. */
function refusedWords(refused: ComparedRun['refused'], positions: number): string {
  const [first] = refused;
  if (refused.length === positions && refused.every(({ reason }) => reason === first!.reason)) {
    return positions === 1
      ? `${first!.instrument} ${first!.reason}`
      : `each of ${positions} positions ${first!.reason}`;
  }
  const names = refused.map(({ instrument }) => instrument);
  const some = names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
  return `${names.length} of ${positions} positions (${some})`;
}
