import { describe, expect, it } from 'vitest';
import { usageIssue } from '../../../src/cli/argv/usage-issue.js';

describe('usageIssue', () => {
  it('throws on a slip that commander has not told of before, so that no new wording passes unseen', () => {
    expect(() => usageIssue('commander.novelty', "error: a 'new' slip", null)).toThrow('unforeseen');
  });

  it.each([
    ['-v', 'did you mean -V (--version)?'],
    ['-H', 'did you mean -h (--help)?'],
    ['-Q', 'did you mean -q (--quiet)?'],
    ['-O', 'did you mean -o (--output)?'],
    ['-x', 'margo help settings and margo COMMAND --help list the options'],
  ])('%s: %s', (word, hint) => {
    expect(usageIssue('commander.unknownOption', `error: unknown option '${word}'`, null)).toMatchObject({ hint });
  });

  it('passes on several suggestions', () => {
    const issue = usageIssue(
      'commander.unknownCommand',
      "error: unknown command 'x'\n(Did you mean one of a, b?)",
      null,
    );
    expect(issue).toMatchObject({ code: 'CFG_UNKNOWN_COMMAND', value: 'x', hint: 'did you mean a, b?' });
  });
});
