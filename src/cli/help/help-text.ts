import { COMMAND_TABLE, type CommandEntry } from '../command-table.js';
import { EXIT_CODES } from '../exit-codes.js';

/** What stands above commander's usage line in `margo --help`: the program in a sentence, then examples. */
export function programHeader(): string {
  const examples = COMMAND_TABLE.filter(({ document }) => document !== null).map(({ examples: [first] }) => first);
  return `margo: what margin a derivatives book needs, why, and which trades lower it\n\n${exampleLines(examples)}\n`;
}

/** What stands below the commands in `margo --help`. */
export function programFooter(): string {
  const codes = EXIT_CODES.map(({ code, name }) => `${code} ${name}`);
  return [
    '',
    'Exit codes:',
    `  ${codes.slice(0, 5).join(', ')},`,
    `  ${codes.slice(5).join(', ')}`,
    '',
    'margo COMMAND --help lists the options of a command; margo help exit-codes and',
    'margo help settings say more.',
  ].join('\n');
}

/** What stands above the usage line of a command's help. */
export function commandHeader(entry: CommandEntry): string {
  return `margo ${entry.name}: ${entry.summary}\n\n${exampleLines(entry.examples)}\n`;
}

/** What stands below the options of a command's help. */
export function commandFooter(entry: CommandEntry): string {
  return entry.document === null
    ? ''
    : '\nmargo help exit-codes, margo help settings: what a run ends with, and where\noptions come from';
}

/** Each example with what it does below it, so that no line grows past the width of a terminal. */
function exampleLines(
  examples: CommandEntry['examples'] | readonly (CommandEntry['examples'][number] | undefined)[],
): string {
  const lines = examples.flatMap((example) =>
    example === undefined ? [] : [`  # ${example[1]}`, ...wrapped(example[0])],
  );
  return ['Examples:', ...lines].join('\n');
}

/** A command line broken at its options, with the shell's own mark. */
function wrapped(line: string): string[] {
  if (line.length <= 76) return [`  ${line}`];
  const cut = line.lastIndexOf(' --', 74);
  return [`  ${line.slice(0, cut)} \\`, `      ${line.slice(cut + 1)}`];
}
