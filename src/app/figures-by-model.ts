import { type Issue, makeIssue } from '../domain/index.js';
import type { ChosenModel } from './chosen-models.js';
import { didYouMean } from './did-you-mean.js';
import type { CommonRequest } from './request.js';

type Overrides = CommonRequest['parameterOverrides'];

/**
 * Single figures (`--set model.NAME=VALUE`) given to the compared rule books that have a figure of that name. Which those are is
 * told where it is not all of them; a figure that none has is an error.
 */
export function figuresByModel(
  overrides: Overrides,
  models: readonly ChosenModel[],
): { readonly figuresOf: (chosen: ChosenModel) => Overrides; readonly issues: readonly Issue[] } {
  const issues = Object.keys(overrides).flatMap((name) => issueOf(name, models));
  const figuresOf = (chosen: ChosenModel): Overrides =>
    Object.fromEntries(Object.entries(overrides).filter(([name]) => has(chosen, name)));
  return { figuresOf, issues };
}

function issueOf(name: string, models: readonly ChosenModel[]): Issue[] {
  const having = models.filter((chosen) => has(chosen, name));
  if (having.length === models.length) return [];
  const facts = { field: `model.${name}`, value: name };
  if (having.length > 0) {
    const lacking = models.filter((chosen) => !having.includes(chosen));
    return [makeIssue('RUN_FIGURE_OF_SOME', { ...facts, subject: enumerated(having), detail: enumerated(lacking) })];
  }
  const known = new Set(models.flatMap(({ model }) => Object.keys(model.parameterSets[0]!.values)));
  return [makeIssue('CFG_FIGURE_OF_NONE', { ...facts, hint: didYouMean(name, [...known]) })];
}

function has({ model }: ChosenModel, name: string): boolean {
  const [first = ''] = name.split('.');
  return Object.hasOwn(model.parameterSets[0]!.values, first);
}

function enumerated(models: readonly ChosenModel[]): string {
  return models.map(({ name }) => name).join(', ');
}
