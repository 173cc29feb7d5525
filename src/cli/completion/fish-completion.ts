import type { Completed, CompletedCommand, CompletedFlag } from './completed-commands.js';

/** The completion script for fish: `margo completion fish > ~/.config/fish/completions/margo.fish`. */
export function fishCompletion(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name).join(' ');
  const first = `not __fish_seen_subcommand_from ${names}`;
  const lines = commands.flatMap(({ name, about, argument, flags }) => {
    const within = quoted(`__fish_seen_subcommand_from ${name}`);
    return [
      `complete -c margo -f -n ${quoted(first)} -a ${name} -d ${quoted(about)}`,
      ...argumentLine(within, argument),
      ...flags.map((flag) => flagLine(within, flag)),
    ];
  });
  return `# fish completion of margo; made by: margo completion fish
complete -c margo -f
complete -c margo -n ${quoted(first)} -l version -d 'print the version'
complete -c margo -n ${quoted(first)} -l help -d 'print this help'
${lines.join('\n')}
`;
}

function argumentLine(within: string, argument: Completed): string[] {
  if (argument === 'file') return [`complete -c margo -F -n ${within}`];
  return argument === 'unknown' ? [] : [`complete -c margo -f -n ${within} -a ${quoted(argument.join(' '))}`];
}

function flagLine(within: string, { spelling, argument, about }: CompletedFlag): string {
  const name = spelling.startsWith('--') ? `-l ${spelling.slice(2)}` : `-s ${spelling.slice(1)}`;
  const value = argument === null ? '' : ` -r${argument === 'file' ? ' -F' : ' -f'}`;
  const words = Array.isArray(argument) ? ` -a ${quoted(argument.join(' '))}` : '';
  return `complete -c margo -n ${within} ${name}${value}${words} -d ${quoted(about)}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
