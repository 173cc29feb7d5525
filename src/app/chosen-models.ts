import { type Issue, makeIssue } from '../domain/index.js';
import { findModel, MARGIN_MODELS, type MarginModel } from '../margin/index.js';
import { didYouMean } from './did-you-mean.js';

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
 * named, or for `all`.
 */
export function chosenModels(names: readonly string[]): {
  readonly models: readonly ChosenModel[];
  readonly issues: readonly Issue[];
} {
  const every = MARGIN_MODELS.map(({ id }) => id);
  const wanted = names.length === 0 ? every : names.flatMap((name) => (name === ALL ? every : [name]));
  const models: ChosenModel[] = [];
  const issues: Issue[] = [];
  for (const name of new Set(wanted)) {
    const [id = ''] = name.split('@');
    const model = findModel(id);
    if (model !== undefined) models.push({ name, model });
    else {
      const facts = { field: '--models', value: id, expected: `${every.join(', ')} or ${ALL}` };
      issues.push(makeIssue('CFG_UNKNOWN_MODEL', { ...facts, hint: didYouMean(id, every) }));
    }
  }
  return { models, issues };
}
