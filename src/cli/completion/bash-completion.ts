import type { Completed, CompletedCommand } from './completed-commands.js';

/** The completion script for bash 3.2 and newer: `source <(margo completion bash)`. */
export function bashCompletion(commands: readonly CompletedCommand[]): string {
  return `# bash completion of margo; made by: margo completion bash
_margo() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]}
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')} --help --version" -- "$current"))
    return
  fi
  # bash makes --flag=value three words
  if [ "$current" = "=" ]; then current=""
  elif [ "$previous" = "=" ]; then previous=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  case "$command $previous" in
${commands.flatMap(argumentCases).join('\n')}
  esac
  case "$command" in
${commands.map(wordCase).join('\n')}
  esac
}
complete -o filenames -F _margo margo
`;
}

/** One case for each kind of argument, with the flags that take it. */
function argumentCases({ name, flags }: CompletedCommand): string[] {
  const byReply = new Map<string, string[]>();
  for (const { spelling, argument } of flags) {
    if (argument === null) continue;
    const reply = replyOf(argument);
    byReply.set(reply, [...(byReply.get(reply) ?? []), `"${name} ${spelling}"`]);
  }
  return [...byReply].map(([reply, patterns]) => `    ${patterns.join('|')}) ${reply}return ;;`);
}

function wordCase({ name, argument, flags }: CompletedCommand): string {
  const words = flags.map(({ spelling }) => spelling).join(' ');
  return `    ${name})
      case "$current" in
        -*) COMPREPLY=($(compgen -W "${words}" -- "$current")) ;;
        *) ${replyOf(argument)};;
      esac ;;`;
}

function replyOf(argument: Completed): string {
  if (argument === 'unknown') return '';
  // Names of files may hold spaces; each is a line of compgen.
  if (argument === 'file') return 'local IFS=$\'\\n\'; COMPREPLY=($(compgen -f -- "$current")); ';
  return `COMPREPLY=($(compgen -W "${argument.join(' ')}" -- "$current")); `;
}
