import { type Issue, makeIssue } from '../../domain/index.js';
import type { Setting, SettingsLayer } from './setting.js';
import { settingsFromObject } from './settings-from-object.js';

/** A dotted key: no empty part, no space, and a letter first. */
const KEY = /^[A-Za-z][^\s.=]*(\.[^\s.=]+)*$/;

/**
 * Reads `--set` texts, `model.scanSigmas=5` or `optimize.horizon=14`. Options are read like flags; a parameter's value is JSON when it
 * parses as JSON (`5`, `true`, `[0.15,-0.15]`, `"5"`), else the text itself. The later of two settings of one key wins.
 */
export function settingsFromAssignments(texts: readonly string[], place = '--set'): SettingsLayer {
  const settings: Setting[] = [];
  const issues: Issue[] = [];
  let parameters: Readonly<Record<string, unknown>> = {};
  for (const text of texts) {
    const equals = text.indexOf('=');
    const key = text.slice(0, Math.max(equals, 0)).trim();
    if (!KEY.test(key)) {
      issues.push(makeIssue('CFG_BAD_ASSIGNMENT', { field: place, value: text }));
      continue;
    }
    const layer = settingsFromObject(
      { [key]: text.slice(equals + 1) },
      {
        label: (path) => `${place} ${path.join('.')}`,
        at: () => null,
        parameter: jsonOrText,
      },
    );
    settings.push(...layer.settings);
    issues.push(...layer.issues);
    parameters = { ...parameters, ...layer.parameters };
  }
  return { settings, parameters, issues };
}

function jsonOrText(leaf: unknown): unknown {
  if (typeof leaf !== 'string') return leaf;
  try {
    return JSON.parse(leaf);
  } catch {
    return leaf;
  }
}
