import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { renderIssues } from '../../src/render/index.js';
import type { DocumentIssue } from '../../src/schema/index.js';
import { HOSTILE_NAME } from './documents.js';

function issue(facts: Partial<DocumentIssue>): DocumentIssue {
  return {
    code: 'X',
    severity: 'error',
    message: 'wrong',
    file: null,
    line: null,
    column: null,
    field: null,
    value: null,
    hint: null,
    ...facts,
  };
}

const plain = { color: false, width: 80 };

describe('renderIssues', () => {
  it('says nothing when there is nothing to say', () => {
    expect(renderIssues([], plain)).toBe('');
  });

  it('prints place, severity, message and hint, and the count last', () => {
    const issues = [
      issue({ file: 'p.csv', line: 7, column: 22, message: "quantity '1o' is not a number", hint: 'did you mean 10?' }),
    ];
    expect(renderIssues(issues, plain)).toBe(
      "p.csv:7:22: error: quantity '1o' is not a number (did you mean 10?)\n1 error\n",
    );
  });

  it('groups by file, files with errors first, errors before warnings, then by line and column', () => {
    const issues = [
      issue({ file: 'a.csv', line: 1, column: 1, severity: 'warning', message: 'one' }),
      issue({ file: 'b.csv', line: 9, column: 1, severity: 'warning', message: 'two' }),
      issue({ file: 'b.csv', line: 8, column: 5, message: 'three' }),
      issue({ file: 'a.csv', line: 2, column: 1, severity: 'info', message: 'four' }),
      issue({ file: 'b.csv', line: 8, column: 2, message: 'five' }),
      issue({ file: null, message: 'six' }),
    ];
    expect(renderIssues(issues, plain).split('\n')).toEqual([
      'b.csv:8:2: error: five',
      'b.csv:8:5: error: three',
      'b.csv:9:1: warning: two',
      'error: six',
      'a.csv:1:1: warning: one',
      'a.csv:2:1: note: four',
      '3 errors, 2 warnings, 1 note',
      '',
    ]);
  });

  it('puts a hint that does not fit on a line of its own', () => {
    const issues = [issue({ message: 'm'.repeat(60), hint: 'h'.repeat(20) })];
    expect(renderIssues(issues, plain)).toBe(`error: ${'m'.repeat(60)}\n    (${'h'.repeat(20)})\n1 error\n`);
    expect(renderIssues(issues, { color: false, width: 200 }).split('\n')).toHaveLength(3);
  });

  it('leaves out what is not known of the place', () => {
    expect(renderIssues([issue({ file: 'a', line: 3 })], plain)).toBe('a:3: error: wrong\n1 error\n');
    expect(renderIssues([issue({ file: 'a' })], plain)).toBe('a: error: wrong\n1 error\n');
  });

  it('calls standard input by its name', () => {
    const said = renderIssues([issue({ file: '-', line: 3, column: 5 }), issue({ file: '-' })], plain);
    expect(said).toBe('standard input: error: wrong\nstandard input:3:5: error: wrong\n2 errors\n');
  });

  it('colours only when told, and says the same either way', () => {
    const issues = [issue({ file: 'a', line: 3 }), issue({ severity: 'warning' })];
    const colored = renderIssues(issues, { color: true, width: 80 });
    expect(colored).toContain('\u001b[31merror:\u001b[39m');
    expect(stripVTControlCharacters(colored)).toBe(renderIssues(issues, plain));
    expect(renderIssues(issues, plain)).not.toContain('\u001b');
  });

  it('shows hostile names and does not obey them', () => {
    const text = renderIssues([issue({ file: HOSTILE_NAME, message: HOSTILE_NAME, hint: HOSTILE_NAME })], plain);
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
    expect(text).toContain('\\x1b]0;owned\\x07');
    expect(text.trimEnd().split('\n')).toHaveLength(3);
  });
});
