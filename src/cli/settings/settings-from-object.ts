import { type Issue, makeIssue, type SourceLocation } from '../../domain/index.js';
import { findOption, isSection } from './find-option.js';
import type { Setting, SettingsLayer } from './setting.js';

/** How a source of nested settings names and places what it holds. */
export interface ObjectSource {
  readonly label: (path: readonly string[]) => string;
  readonly at: (path: readonly string[]) => SourceLocation | null;
  /** Turns the leaf of a model parameter into its value. */
  readonly parameter: (leaf: unknown) => unknown;
}

/**
 * Reads `{"format": "json", "model": {"scanSigmas": 5}, "optimize": {"horizon": 14}}`, the form of a configuration file and of parsed
 * `--set` texts. A command's section beats the top level; `null` means not set; unknown keys are issues with the nearest known one.
 */
export function settingsFromObject(object: Readonly<Record<string, unknown>>, source: ObjectSource): SettingsLayer {
  const settings: Setting[] = [];
  const parameters: [string, unknown][] = [];
  const issues: Issue[] = [];
  for (const [path, leaf] of leaves(object, [])) {
    if (path.join('.') === '$schema') continue;
    const found = findOption(path);
    if (found.kind === 'unknown') {
      issues.push(
        makeIssue('CFG_UNKNOWN_KEY', {
          at: source.at(path),
          field: source.label(path),
          ...(found.nearest === null ? {} : { hint: `did you mean ${found.nearest}?` }),
        }),
      );
    } else if (found.kind === 'parameter') {
      parameters.push([found.name, source.parameter(leaf)]);
    } else if (leaf !== null) {
      settings.push({
        flag: found.flag,
        raw: leaf,
        label: source.label(path),
        at: source.at(path),
        only: found.only,
      });
    }
  }
  settings.sort((a, b) => Number(a.only !== null) - Number(b.only !== null));
  return { settings, parameters: Object.fromEntries(parameters), issues };
}

/** Every leaf with its path; keys that hold dots are paths themselves. Only sections and model parameters are looked into. */
function* leaves(
  object: Readonly<Record<string, unknown>>,
  parent: readonly string[],
): Generator<readonly [path: readonly string[], leaf: unknown]> {
  for (const [key, value] of Object.entries(object)) {
    const path = [...parent, ...key.split('.')];
    if (isPlainObject(value) && isSection(path[0] ?? '')) yield* leaves(value, path);
    else yield [path, value];
  }
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
