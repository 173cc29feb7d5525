import type { Issue } from '../domain/index.js';
import { MARGIN_MODELS, type MarginModel } from '../margin/index.js';
import { requestedModel } from './requested-model.js';

/** A rule book of a comparison, by the name it was asked for. */
export interface ChosenModel {
  /** The model's id, with `@` and a parameter set where one was named. */
  readonly name: string;
  readonly model: MarginModel;
}

/** The word for every rule book there is. */
const ALL = 'all';

/**
 * The rule books of a comparison: those named, each once, in the order of their first mention; all there are where none is
 * named, or for `all`. Measures of risk are no rule books, and take part only by name: nobody charges by them, and a book
 * would be the cheapest there.
 */
export function chosenModels(names: readonly string[]): {
  readonly models: readonly ChosenModel[];
  readonly issues: readonly Issue[];
} {
  const every = MARGIN_MODELS.filter(({ kind }) => kind === 'rule book').map(({ id }) => id);
  const wanted = names.length === 0 ? every : names.flatMap((name) => (name === ALL ? every : [name]));
  const models: ChosenModel[] = [];
  const issues: Issue[] = [];
  for (const name of new Set(wanted)) {
    const requested = requestedModel(name);
    if (requested.status === 'found') models.push({ name, model: requested.model });
    else issues.push({ ...requested.issue, field: '--models' });
  }
  return { models, issues };
}
