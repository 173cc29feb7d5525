import type { Command } from 'commander';
import { type Issue, makeIssue } from '../../domain/index.js';
import type { CommandName, Flag } from '../flag.js';
import { flagsOf } from '../flags-of.js';
import type { Setting, SettingsLayer } from '../settings/setting.js';

/** What was typed, flag by flag; `--set` apart, since its texts are yet to be read. */
export function settingsFromArgv(
  command: CommandName,
  parsed: Command,
): { readonly layer: SettingsLayer; readonly assignments: readonly string[] } {
  const settings: Setting[] = [];
  const issues: Issue[] = [];
  let assignments: readonly string[] = [];
  for (const flag of flagsOf(command)) {
    for (const [name, raw] of typed(flag, parsed)) {
      const label = `--${name}`;
      if (flag.key === 'set') assignments = raw as readonly string[];
      else if (swallowedFlag(raw, command)) {
        issues.push(
          makeIssue('CFG_MISSING_VALUE', { field: label, value: String(raw), expected: flag.argument ?? 'VALUE' }),
        );
      } else settings.push({ flag, raw, label, at: null, only: null });
    }
  }
  return { layer: { settings, parameters: {}, issues }, assignments };
}

/** The spellings of a flag that were typed. Commander keeps `--no-x` as the value false of `x`. */
function* typed(flag: Flag, parsed: Command): Generator<readonly [name: string, raw: unknown]> {
  for (const name of [flag.name, ...(flag.aliases ?? [])]) {
    const option = parsed.options.find(({ long }) => long === `--${name}`);
    if (option === undefined) throw new Error(`the flag --${name} was not declared`);
    const attribute = option.attributeName();
    if (parsed.getOptionValueSource(attribute) !== 'cli') continue;
    const value: unknown = parsed.getOptionValue(attribute);
    if (option.negate) yield [name, value === false];
    else yield [value === false ? `no-${name}` : name, value];
  }
}

/** Commander gives `--market --json` the file name `--json`; no file, text or number of ours begins so. */
function swallowedFlag(raw: unknown, command: CommandName): boolean {
  const names = flagsOf(command).flatMap((flag) => [flag.name, ...(flag.aliases ?? [])]);
  return [raw].flat().some((text) => typeof text === 'string' && names.some((name) => text === `--${name}`));
}
