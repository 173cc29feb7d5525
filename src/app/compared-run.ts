import type { Io, Issue } from '../domain/index.js';
import type { ModelProblem } from '../margin/index.js';
import type { ChosenModel } from './chosen-models.js';
import type { Inputs } from './load-inputs.js';
import type { RefusedLine } from './model-issues.js';
import { type Preparation, type PreparedRun, prepareRun } from './prepare-run.js';
import type { CommonRequest } from './request.js';

/** A book under one of the rule books of a comparison. */
export interface ComparedRun {
  readonly chosen: ChosenModel;
  /** Over the positions that the rule book can margin: all of them where `refused` is empty. Null where there are problems. */
  readonly run: PreparedRun | null;
  readonly parameters: NonNullable<Preparation['parameters']>;
  readonly refused: readonly RefusedLine[];
  readonly problems: readonly ModelProblem[];
  /** Of the whole book: errors where it cannot be margined. */
  readonly issues: readonly Issue[];
}

/** Errors about what one rule book cannot work with; any other is an error of the inputs, whatever the rule book. */
const OF_ONE_MODEL: ReadonlySet<string> = new Set([
  'RUN_MODEL_REFUSES',
  'RUN_MODEL_PROBLEM',
  'RUN_NO_SCAN_RANGE',
  'RUN_NO_PRICE_HISTORY',
]);

/**
 * Values a book under a rule book. Where it cannot margin all positions, those are taken out until it can margin the rest.
 * The errors alone come back when the inputs are wrong under any rule book.
 */
export function comparedRun(
  chosen: ChosenModel,
  request: CommonRequest,
  inputs: Inputs,
  io: Io,
): ComparedRun | { readonly errors: readonly Issue[] } {
  const issues: Issue[] = [];
  const refused: RefusedLine[] = [];
  for (;;) {
    const attempt = prepareRun(request, without(refused, inputs), io, []);
    const errors = attempt.issues.filter(({ severity }) => severity === 'error');
    const { parameters, run, problems } = attempt;
    if (parameters === null || errors.some(({ code }) => !OF_ONE_MODEL.has(code))) return { errors };
    issues.push(...(refused.length === 0 ? attempt.issues : errors));
    const more = run === null ? refusedBy(attempt, inputs) : [];
    if (more.length === 0) return { chosen, run, parameters, refused, problems, issues };
    refused.push(...more);
  }
}

/** The positions an attempt failed for; a problem with a position is a reason to take it out. */
function refusedBy({ refused, problems }: Preparation, { book }: Inputs): RefusedLine[] {
  const held = new Set(book.positions.map(({ instrument }) => instrument.name));
  const named = problems.filter(({ subject }) => held.has(subject));
  const reasons = new Map(named.map(({ subject, problem }) => [subject, problem]));
  return [...refused, ...[...reasons].map(([instrument, reason]) => ({ instrument, reason }))];
}

function without(refused: readonly RefusedLine[], inputs: Inputs): Inputs {
  const names = new Set(refused.map(({ instrument }) => instrument));
  const positions = inputs.book.positions.filter(({ instrument }) => !names.has(instrument.name));
  return { ...inputs, book: { ...inputs.book, positions } };
}
