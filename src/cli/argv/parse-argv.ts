import type { Command } from 'commander';
import { COMMAND_TABLE, type CommandEntry } from '../command-table.js';
import type { Flag } from '../flag.js';
import { flagsOf } from '../flags-of.js';
import { buildProgram } from './build-program.js';
import { joinedWords } from './joined-words.js';

/** A flag as it was typed: `name` without dashes, `value` its text, its texts when it is repeatable, true or false without argument. */
export interface TypedFlag {
  readonly flag: Flag;
  readonly name: string;
  readonly value: unknown;
}

/** What a command line asks for. */
export type ParsedArgv =
  | {
      readonly kind: 'run';
      readonly command: CommandEntry;
      readonly argument: string | null;
      readonly typed: readonly TypedFlag[];
    }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bare'; readonly help: string }
  /** A slip in commander's terms; `usageIssue` says it in ours. */
  | {
      readonly kind: 'refused';
      readonly command: CommandEntry | null;
      readonly code: string;
      readonly sentence: string;
    };

/**
 * Reads a command line (without node and script). Prints nothing and ends nothing: help and version come back as text. Commander's own
 * default values are not used, so that only what was typed ranks as typed.
 */
export function parseArgv(argv: readonly string[]): ParsedArgv {
  let said = '';
  let run: ParsedArgv | null = null;
  const program = buildProgram(
    argv[0],
    (text) => {
      said += text;
    },
    (command, argument, parsed) => {
      run = { kind: 'run', command, argument, typed: [...typedFlags(command, parsed)] };
    },
  );
  if (argv.length === 0) return { kind: 'bare', help: program.helpInformation() };
  try {
    program.parse(joinedWords(argv), { from: 'user' });
  } catch (error) {
    const { code, message } = error as { code?: unknown; message: string };
    if (typeof code !== 'string' || !code.startsWith('commander.')) throw error;
    if (code === 'commander.helpDisplayed' || code === 'commander.version') return { kind: 'text', text: said };
    if (code === 'commander.help') return { kind: 'bare', help: program.helpInformation() };
    const command = COMMAND_TABLE.find(({ name }) => name === argv[0]) ?? null;
    return { kind: 'refused', command, code, sentence: message };
  }
  if (run === null) throw new Error('commander accepted a command line without a command');
  return run;
}

/** The spellings of flags that were typed. Commander keeps `--no-x` as the value false of `x`. */
function* typedFlags(command: CommandEntry, parsed: Command): Generator<TypedFlag> {
  for (const flag of flagsOf(command.name)) {
    for (const name of [flag.name, ...(flag.aliases ?? [])]) {
      const option = parsed.options.find(({ long }) => long === `--${name}`);
      if (option === undefined) throw new Error(`the flag --${name} was not declared`);
      const attribute = option.attributeName();
      if (parsed.getOptionValueSource(attribute) !== 'cli') continue;
      const value: unknown = parsed.getOptionValue(attribute);
      // `--no-repair` and `--repair METHOD` are two flags with one attribute: false is the one, a text the other.
      const isNegated = value === false;
      if (option.negate) {
        if (isNegated) yield { flag, name, value: true };
      } else if (!isNegated || flag.type === 'toggle') yield { flag, name: isNegated ? `no-${name}` : name, value };
    }
  }
}
