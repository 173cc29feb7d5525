import { type Issue, type IssueCode, makeIssue } from '../../domain/index.js';
import type { CommandEntry } from '../command-table.js';

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
      hint: hint ?? (subject === undefined ? 'options stand after the command: margo margin --json' : null),
    });
  }
  return makeIssue(code, { value: word, subject, hint });
}
