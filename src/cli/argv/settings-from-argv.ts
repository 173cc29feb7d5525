import { type Issue, makeIssue } from '../../domain/index.js';
import type { CommandName } from '../flag.js';
import { flagsOf } from '../flags-of.js';
import type { Setting, SettingsLayer } from '../settings/setting.js';
import type { TypedFlag } from './parse-argv.js';

/** Typed flags as a source of settings; the texts of `--set` apart, since they are yet to be read. */
export function settingsFromArgv(
  command: CommandName,
  typed: readonly TypedFlag[],
): { readonly flags: SettingsLayer; readonly assignments: readonly string[] } {
  const settings: Setting[] = [];
  const issues: Issue[] = [];
  let assignments: readonly string[] = [];
  for (const { flag, name, value } of typed) {
    const label = `--${name}`;
    if (swallowedFlag(value, command)) {
      const expected = flag.argument ?? 'VALUE';
      issues.push(makeIssue('CFG_MISSING_VALUE', { field: label, value: String(value), expected }));
    } else if (flag.key === 'set') assignments = value as readonly string[];
    else settings.push({ flag, raw: value, label, at: null, only: null });
  }
  return { flags: { settings, parameters: {}, issues }, assignments };
}

/** Commander gives `--market --json` the file name `--json`; no file, text or number of ours begins so. */
function swallowedFlag(raw: unknown, command: CommandName): boolean {
  const names = flagsOf(command).flatMap((flag) => [flag.name, ...(flag.aliases ?? [])]);
  return [raw].flat().some((text) => typeof text === 'string' && names.some((name) => text === `--${name}`));
}
