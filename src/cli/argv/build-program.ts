import { Command, Option } from 'commander';
import { VERSION } from '../../domain/version.js';
import { COMMAND_TABLE, type CommandEntry } from '../command-table.js';
import type { Flag } from '../flag.js';
import { flagsOf } from '../flags-of.js';
import { commandFooter, commandHeader, programFooter, programHeader } from '../help/help-text.js';

const WIDTH = 80;

/** Called when a command line names a command and its options are known. */
export type OnCommand = (command: CommandEntry, argument: string | null, parsed: Command) => void;

/**
 * Commander's program, made from the command table and the flag table. It throws instead of exiting and prints through `say`.
 *
 * @param named the command that the command line names; the flags of the others are left out, since making them takes longer than
 *   anything else at the start
 */
export function buildProgram(named: string | undefined, say: (text: string) => void, onCommand: OnCommand): Command {
  const program = withManners(new Command('margo'), say)
    .version(VERSION, '-V, --version', 'print the version')
    .optionsGroup('Settings:')
    .helpCommand(false)
    .addHelpText('before', programHeader())
    .addHelpText('after', programFooter());
  for (const entry of COMMAND_TABLE) {
    const command = withManners(program.command(entry.name), say)
      .summary(entry.summary)
      .addHelpText('before', commandHeader(entry))
      .addHelpText('after', commandFooter(entry));
    const { name, required, about } = entry.argument;
    command.argument(required ? `<${name}>` : `[${name}]`, about);
    if (entry.name === named) {
      for (const flag of flagsOf(entry.name)) for (const option of optionsOf(flag)) command.addOption(option);
    }
    command.action((argument: string | undefined, _options: unknown, parsed: Command) => {
      onCommand(entry, argument ?? null, parsed);
    });
  }
  return program;
}

function withManners(command: Command, say: (text: string) => void): Command {
  return command
    .exitOverride()
    .addHelpOption(new Option('-h, --help', 'print this help').helpGroup('Settings:'))
    .showSuggestionAfterError(true)
    .configureHelp({ helpWidth: WIDTH, showGlobalOptions: false })
    .configureOutput({ writeOut: say, writeErr: () => undefined, getOutHasColors: () => false });
}

/** Commander's options for a flag: one, or the two sides of a toggle, or hidden ones for other names. */
function optionsOf(flag: Flag): Option[] {
  const argument = flag.argument === undefined ? '' : ` <${flag.argument}>`;
  const short = flag.short === undefined ? '' : `-${flag.short}, `;
  const main = new Option(`${short}--${flag.name}${argument}`, aboutOf(flag)).helpGroup(`${flag.group}:`);
  const others = (flag.aliases ?? []).map((name) => new Option(`--${name}${argument}`).hideHelp());
  if (flag.type === 'toggle')
    others.push(new Option(`--no-${flag.name}`, `no ${flag.name}`).helpGroup(`${flag.group}:`));
  const all = [main, ...others];
  if (flag.repeatable === true) {
    for (const option of all) option.argParser((text: string, texts: string[] | undefined) => [...(texts ?? []), text]);
  }
  return all;
}

function aboutOf(flag: Flag): string {
  const choices = flag.choices === undefined ? '' : `: ${flag.choices.join(', ')}`;
  const { defaultWith } = flag;
  const given = defaultWith === undefined ? '' : `, with --${defaultWith.key} ${defaultWith.value}`;
  const worth = flag.default === undefined ? '' : ` (default ${flag.default})${given}`;
  return `${flag.about}${choices}${worth}`;
}
