import type { Command } from 'commander';
import type { Issue } from '../../domain/index.js';
import { COMMAND_TABLE, type CommandEntry } from '../command-table.js';
import type { SettingsLayer } from '../settings/setting.js';
import { buildProgram } from './build-program.js';
import { settingsFromArgv } from './settings-from-argv.js';
import { usageIssue } from './usage-issue.js';

/** What a command line asks for. */
export type ParsedArgv =
  | {
      readonly kind: 'run';
      readonly command: CommandEntry;
      readonly argument: string | null;
      readonly flags: SettingsLayer;
      /** The texts of `--set`. */
      readonly assignments: readonly string[];
    }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bare'; readonly help: string }
  | { readonly kind: 'refused'; readonly command: CommandEntry | null; readonly issues: readonly Issue[] };

/**
 * Reads a command line (without node and script). Prints nothing and ends nothing: help and version come back as text, a slip as
 * issues. Commander's own default values are not used, so that only what was typed ranks as typed.
 */
export function parseArgv(argv: readonly string[]): ParsedArgv {
  let said = '';
  let run: ParsedArgv | null = null;
  const program = buildProgram(
    (text) => {
      said += text;
    },
    (command, argument, parsed) => {
      run = runOf(command, argument, parsed);
    },
  );
  if (argv.length === 0) return { kind: 'bare', help: program.helpInformation() };
  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    const { code, message } = error as { code?: unknown; message: string };
    if (typeof code !== 'string' || !code.startsWith('commander.')) throw error;
    if (code === 'commander.helpDisplayed' || code === 'commander.version') return { kind: 'text', text: said };
    if (code === 'commander.help') return { kind: 'bare', help: program.helpInformation() };
    const command = COMMAND_TABLE.find(({ name }) => name === argv[0]) ?? null;
    return { kind: 'refused', command, issues: [usageIssue(code, message, command)] };
  }
  if (run === null) throw new Error('commander accepted a command line without a command');
  return run;
}

function runOf(command: CommandEntry, argument: string | null, parsed: Command): ParsedArgv {
  const { layer, assignments } = settingsFromArgv(command.name, parsed);
  if (layer.issues.length > 0) return { kind: 'refused', command, issues: layer.issues };
  return { kind: 'run', command, argument, flags: layer, assignments };
}
