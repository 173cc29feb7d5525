import { findModel, type MarginModel, type ParameterValues } from './model-registry.js';
import type { ParameterSet } from './parameter-set.js';

/** What a text names: a model with one of its sets, or which part of it nobody knows. */
export type ModelChoice =
  | { readonly status: 'found'; readonly model: MarginModel; readonly set: ParameterSet<ParameterValues> }
  | { readonly status: 'unknown model'; readonly id: string }
  | { readonly status: 'unknown set'; readonly model: MarginModel; readonly setId: string };

/** Reads `ID` (the model with its default set) or `ID@SET` (with a shipped set by its id). */
export function chooseModel(text: string): ModelChoice {
  const at = text.indexOf('@');
  const id = at < 0 ? text : text.slice(0, at);
  const model = findModel(id);
  if (model === undefined) return { status: 'unknown model', id };
  if (at < 0) return { status: 'found', model, set: model.parameterSets[0]! };
  const setId = text.slice(at + 1);
  const set = model.parameterSets.find((one) => one.id === setId);
  return set === undefined ? { status: 'unknown set', model, setId } : { status: 'found', model, set };
}
