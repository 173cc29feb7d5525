import { COMMAND_TABLE } from '../command-table.js';
import type { Flag } from '../flag.js';
import { flagsOf } from '../flags-of.js';
import { HELP_TOPICS } from '../help/help-topic.js';

/** What a word may be completed to: names of files, a closed list, or nothing we could know. */
export type Completed = 'file' | 'unknown' | readonly string[];

/** One spelling of a flag. */
export interface CompletedFlag {
  /** With its dashes. */
  readonly spelling: string;
  /** Null for one that takes no argument. */
  readonly argument: Completed | null;
  readonly about: string;
  readonly repeatable: boolean;
}

export interface CompletedCommand {
  readonly name: string;
  readonly about: string;
  readonly argument: Completed;
  readonly flags: readonly CompletedFlag[];
}

/** The command and flag tables in the form in which the shells' scripts are made from them. */
export function completedCommands(schemaNames: readonly string[]): readonly CompletedCommand[] {
  const known: Readonly<Record<string, readonly string[]>> = {
    schema: schemaNames,
    help: [...COMMAND_TABLE.map(({ name }) => name), ...HELP_TOPICS],
  };
  return COMMAND_TABLE.map((entry) => ({
    name: entry.name,
    about: entry.summary,
    argument: known[entry.name] ?? entry.argument.values ?? 'file',
    flags: [
      ...flagsOf(entry.name).flatMap(spellings),
      { spelling: '--help', argument: null, about: 'print this help', repeatable: false },
    ],
  }));
}

function spellings(flag: Flag): CompletedFlag[] {
  const names = [flag.name, ...(flag.aliases ?? []), ...(flag.type === 'toggle' ? [`no-${flag.name}`] : [])];
  const all = [...names.map((name) => `--${name}`), ...(flag.short === undefined ? [] : [`-${flag.short}`])];
  return all.map((spelling) => ({
    spelling,
    argument: flag.argument === undefined ? null : argumentOf(flag),
    about: flag.about,
    repeatable: flag.repeatable === true,
  }));
}

function argumentOf(flag: Flag): Completed {
  const words = flag.choices ?? flag.offered;
  if (words !== undefined) return words;
  return flag.type === 'file' || flag.argument?.includes('FILE') === true ? 'file' : 'unknown';
}
