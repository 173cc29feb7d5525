import { type Issue, makeIssue } from '../domain/index.js';
import { chooseModel, MARGIN_MODELS, type ModelChoice } from '../margin/index.js';
import { didYouMean } from './did-you-mean.js';

/** What was asked for, or the complaint that nobody knows it. */
export type RequestedModel =
  | Extract<ModelChoice, { status: 'found' }>
  | { readonly status: 'unknown'; readonly issue: Issue };

/** The model and parameter set that `--model ID` or `--model ID@SET` names. */
export function requestedModel(text: string): RequestedModel {
  const choice = chooseModel(text);
  switch (choice.status) {
    case 'found':
      return choice;
    case 'unknown model':
      return { status: 'unknown', issue: unknownModel(choice.id) };
    case 'unknown set': {
      const { model, setId } = choice;
      const known = model.parameterSets.map(({ id }) => id);
      const facts = { field: '--model', subject: model.id, value: setId, expected: known.join(', ') };
      return {
        status: 'unknown',
        issue: makeIssue('CFG_UNKNOWN_PARAMETER_SET', { ...facts, hint: didYouMean(setId, known) }),
      };
    }
  }
}

function unknownModel(id: string): Issue {
  const known = MARGIN_MODELS.map((model) => model.id);
  return makeIssue('CFG_UNKNOWN_MODEL', {
    field: '--model',
    value: id,
    expected: known.join(', '),
    hint: didYouMean(id, known),
  });
}
