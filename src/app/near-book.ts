import { type Issue, makeIssue } from '../domain/index.js';
import type { Formula } from '../formula/index.js';
import type { MarginRequirement } from '../margin/index.js';
import type { PreparedRun } from './prepare-run.js';

/** The formula by which a search looks at a margin: the rules', or what stands for them near the book they were built for. */
export function nearBook({ initial, near }: MarginRequirement): Formula {
  return near === undefined ? initial : near.formula();
}

/** A run whose margin is a formula over quantities, for searches and slopes; the complaint where its book is too large for one. */
export function runNearBook(run: PreparedRun): { readonly run: PreparedRun; readonly issues: readonly Issue[] } {
  const { near } = run.requirement;
  if (near === undefined) return { run, issues: [] };
  const detail = near.refusal();
  if (detail !== null) {
    const facts = { subject: 'the book', detail, expected: run.model.id };
    return { run, issues: [makeIssue('RUN_MODEL_PROBLEM', facts)] };
  }
  const initial = near.formula();
  return { run: { ...run, requirement: { ...run.requirement, initial, maintenance: initial } }, issues: [] };
}
