import type { Completed, CompletedCommand, CompletedFlag } from './completed-commands.js';

/** The completion script for zsh: a function for a folder of `fpath`, or to be sourced after compinit. */
export function zshCompletion(commands: readonly CompletedCommand[]): string {
  return `#compdef margo
# zsh completion of margo; made by: margo completion zsh
_margo() {
  local -a commands
  commands=(
${commands.map(({ name, about }) => `    ${quoted(`${name}:${about}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    _arguments '--help[print this help]' '--version[print the version]'
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${commands.map(commandCase).join('\n')}
  esac
}
if [ "$funcstack[1]" = "_margo" ]; then _margo "$@"; else compdef _margo margo; fi
`;
}

function commandCase({ name, argument, flags }: CompletedCommand): string {
  const specs = [...flags.map(flagSpec), quoted(`1:argument:${action(argument)}`)];
  return `    ${name})\n      _arguments -s \\\n${specs.map((spec) => `        ${spec}`).join(' \\\n')}\n      ;;`;
}

function flagSpec({ spelling, argument, about, repeatable }: CompletedFlag): string {
  const many = repeatable ? '*' : '';
  const assign = argument !== null && spelling.startsWith('--') ? '=' : '';
  const value = argument === null ? '' : `:value:${action(argument)}`;
  return quoted(`${many}${spelling}${assign}[${about.replace(/[[\]\\]/g, '\\$&').replaceAll(':', '\\:')}]${value}`);
}

function action(argument: Completed): string {
  if (argument === 'file') return '_files';
  return argument === 'unknown' ? '' : `(${argument.join(' ')})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
