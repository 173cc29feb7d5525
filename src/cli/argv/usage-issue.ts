import { type Issue, type IssueCode, makeIssue } from '../../domain/index.js';
import type { CommandEntry } from '../command-table.js';
import type { Flag } from '../flag.js';
import { FLAG_TABLE } from '../flag-table.js';

const CODES: Readonly<Record<string, IssueCode>> = {
  'commander.unknownCommand': 'CFG_UNKNOWN_COMMAND',
  'commander.unknownOption': 'CFG_UNKNOWN_OPTION',
  'commander.missingArgument': 'CFG_MISSING_ARGUMENT',
  'commander.optionMissingArgument': 'CFG_MISSING_VALUE',
  'commander.excessArguments': 'CFG_TOO_MANY_ARGUMENTS',
};

/**
 * Our wording for a slip that commander found. The offending word and the suggestion are taken from commander's sentence, the only
 * place where it tells them.
 */
export function usageIssue(commanderCode: string, sentence: string, command: CommandEntry | null): Issue {
  const code = CODES[commanderCode];
  if (code === undefined) throw new Error(`commander refused the command line in an unforeseen way: ${sentence}`);
  const word = /'([^']*)'/.exec(sentence)?.[1] ?? null;
  const nearest = /\(Did you mean (?:one of )?(.+?)\?\)/s.exec(sentence)?.[1];
  const hint = nearest === undefined ? null : `did you mean ${nearest}?`;
  if (code === 'CFG_MISSING_VALUE') {
    const [option = '', placeholder = 'VALUE'] = (word ?? '').replace(/^-\w, /, '').split(/ <|>/);
    return makeIssue(code, { field: option, expected: placeholder });
  }
  const subject = command?.name;
  if (code === 'CFG_MISSING_ARGUMENT') return makeIssue(code, { subject, expected: word ?? undefined });
  if (code === 'CFG_UNKNOWN_OPTION') {
    return makeIssue(code, {
      value: word,
      subject: subject === undefined ? 'margo' : `margo ${subject}`,
      hint: elsewhere(word, subject === undefined) ?? otherCase(word) ?? hint,
    });
  }
  if (code === 'CFG_TOO_MANY_ARGUMENTS') {
    return makeIssue(code, { subject, detail: /got (\d+)/.exec(sentence)?.[1] });
  }
  return makeIssue(code, { value: word, hint });
}

/** Where an option that does not stand here would be right. */
function elsewhere(word: string | null, beforeCommand: boolean): string | null {
  const table: readonly Flag[] = FLAG_TABLE;
  const names = (flag: Flag) => [flag.name, ...(flag.aliases ?? [])].map((name) => `--${name}`);
  const flag = table.find((entry) => names(entry).includes(word ?? '') || `-${entry.short}` === word);
  if (flag === undefined) return null;
  if (beforeCommand) return `options stand after the command: margo ${flag.commands[0]} ... ${word}`;
  return `it is an option of margo ${flag.commands.join(', ')}`;
}

/** `-v` for `-V`, `-Q` for `-q`: the short option of the other case, with its long name. */
function otherCase(word: string | null): string | null {
  const table: readonly Flag[] = FLAG_TABLE;
  const shorts = new Map([['V', 'version'], ['h', 'help'], ...table.map(({ short, name }) => [short, name] as const)]);
  for (const [short, name] of shorts) {
    if (short === undefined || word === `-${short}`) continue;
    if (word?.toLowerCase() === `-${short.toLowerCase()}`) return `did you mean -${short} (--${name})?`;
  }
  return null;
}
