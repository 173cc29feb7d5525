import type { CommandName } from './flag.js';
import { flagsOf } from './flags-of.js';
import type { MergedOptions } from './settings/merge-options.js';

/**
 * What goes into `manifest.options`: every option that can change a figure, by key, in the order of the flag table, then the model's
 * parameters as `model.NAME`. Input files are not among them (`manifest.inputs` has them with their hashes), nor is how it is written.
 */
export function optionsInEffect(command: CommandName, merged: MergedOptions): Readonly<Record<string, unknown>> {
  const options = flagsOf(command)
    .filter((flag) => flag.role === undefined)
    .map((flag) => [flag.key, merged.options[flag.key]]);
  const names = Object.keys(merged.parameterOverrides).sort();
  return Object.fromEntries([
    ...options,
    ...names.map((name) => [`model.${name}`, written(merged.parameterOverrides[name])]),
  ]);
}

/** A figure as a document can hold it: one beyond every number (`1e999`) is refused later, and recorded as a word until then. */
function written(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) return value.map(written);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, written(inner)]));
}
