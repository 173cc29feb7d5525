import { describe, expect, it } from 'vitest';
import { errorsPage } from './errors-page.js';
import { markdownBlocks } from './markdown-blocks.js';
import { scriptOf } from './run-pages.js';
import { firstInvention } from './shortened.js';

describe('blocks of a page', () => {
  it('have a language, attributes, a text and a place', () => {
    const blocks = markdownBlocks(
      'a.md',
      'Text\n\n```sh exit=4 not-run="no network"\nmargo a\nmargo b\n```\n\n```\nc\n```\n',
    );
    expect(blocks).toEqual([
      {
        page: 'a.md',
        line: 3,
        language: 'sh',
        attributes: { exit: '4', 'not-run': 'no network' },
        text: 'margo a\nmargo b\n',
      },
      { page: 'a.md', line: 8, language: '', attributes: {}, text: 'c\n' },
    ]);
  });

  it('may be indented, and hold shorter fences', () => {
    expect(markdownBlocks('a.md', '- x\n\n  ```sh\n  a\n  ```\n')[0]).toMatchObject({ text: 'a\n', line: 3 });
    expect(markdownBlocks('a.md', '````md\n```sh\na\n```\n````\n')).toHaveLength(1);
  });

  it('must be closed', () => {
    expect(() => markdownBlocks('a.md', 'x\n```sh\na\n')).toThrow('a.md:2: this block is never closed');
  });

  it('are run when they are sh and do not say otherwise, or when they name their command', () => {
    const script = (markdown: string) => scriptOf(markdownBlocks('a.md', markdown)[0]!);
    expect(script('```sh\na\n```\n')).toBe('a\n');
    expect(script('```sh not-run="why"\na\n```\n')).toBeNull();
    expect(script('```json\n{}\n```\n')).toBeNull();
    expect(script('```text of="margo models"\nx\n```\n')).toBe('margo models');
  });
});

describe('a shortened text', () => {
  const WHOLE = 'one\ntwo\nthree\nfour\nfive\n';

  it.each([
    ['one\ntwo\nthree\nfour\nfive'],
    ['...\nthree\n...'],
    ['one\n...\nfive'],
    ['one\n...\nthree\nfour\n...'],
    ['...'],
  ])('is an excerpt: %j', (excerpt) => {
    expect(firstInvention(excerpt, WHOLE)).toBeNull();
  });

  it.each([
    ['one\ntwo', '(the text goes on: three)'],
    ['two\n...', 'two'],
    ['...\ntwo\nfour\n...', 'two'],
    ['one\n...\nsix\n...', 'six'],
    ['...\nfour\n...\ntwo\n...', 'two'],
  ])('is not: %j', (excerpt, invention) => {
    expect(firstInvention(excerpt, WHOLE)).toBe(invention);
  });
});

describe('the page of errors', () => {
  it('shows a sentence with its slots and its hint, and puts a stray code under Others', () => {
    const page = errorsPage({
      FILE_ODD: { severity: 'warning', message: (f) => `${f.subject} is odd|ly *${f.value}*`, hint: () => 'mend it' },
      NEW_CODE: { severity: 'error', message: () => 'new' },
    });
    expect(page).toContain('| `FILE_ODD` | warning | NAME is odd\\|ly \\*VALUE\\* (mend it) |');
    expect(page).toContain(
      '## Others\n\n| code | severity | says |\n| --- | --- | --- |\n| `NEW_CODE` | error | new |\n',
    );
    expect(page).not.toContain('## Market');
  });
});
