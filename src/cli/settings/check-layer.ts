import { type Issue, makeIssue, type Parsed } from '../../domain/index.js';
import { nearestName } from '../../ingest/nearest-name.js';
import type { CommandName } from '../flag.js';
import { checkValue } from './check-value.js';
import type { OptionLayer } from './merge-options.js';
import type { Setting, SettingsLayer } from './setting.js';

/**
 * Checks every setting of a source, also those of other commands (a configuration file is right or wrong whichever command reads
 * it), and keeps the values that hold for `command`.
 */
export function checkLayer(layer: SettingsLayer, command: CommandName): Parsed<OptionLayer> {
  const issues: Issue[] = [...layer.issues];
  const values: Record<string, unknown> = {};
  const setAs = new Map<string, Setting>();
  for (const setting of layer.settings) {
    const checked = checkValue(setting.flag, setting.raw);
    if ('expected' in checked) {
      issues.push(badValue(setting, checked.expected));
      continue;
    }
    const holds = setting.flag.commands.includes(command) && (setting.only === null || setting.only === command);
    const target = targetOf(setting, checked.value);
    if (!holds || target === null) continue;
    const earlier = setAs.get(target.key);
    if (earlier !== undefined && earlier.flag !== setting.flag && values[target.key] !== target.value) {
      issues.push(makeIssue('CFG_CONFLICT', { field: setting.label, subject: earlier.label, at: setting.at }));
    }
    values[target.key] = target.value;
    setAs.set(target.key, setting);
  }
  return { value: { values, parameters: layer.parameters }, issues };
}

/** `--json` sets `format`; `--json=false` sets nothing. */
function targetOf({ flag }: Setting, value: unknown): { key: string; value: unknown } | null {
  if (flag.shorthand === undefined) return { key: flag.key, value };
  return value === true ? flag.shorthand : null;
}

/** A value as it was typed: an option that may be repeated and is given once is a list of one. */
function asTyped(raw: unknown): string {
  const [only, ...rest]: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
  return typeof only === 'string' && rest.length === 0 ? only : JSON.stringify(raw);
}

function badValue({ flag, raw, label, at }: Setting, expected: string): Issue {
  const value = asTyped(raw);
  const nearest = typeof raw === 'string' ? nearestName(raw, flag.choices ?? []) : null;
  return makeIssue('CFG_BAD_VALUE', {
    field: label,
    value,
    expected,
    at,
    ...(nearest === null ? {} : { hint: `did you mean ${nearest}?` }),
  });
}
