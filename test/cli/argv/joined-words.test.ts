import { describe, expect, it } from 'vitest';
import { joinedWords, KINDS_WITH_PATH } from '../../../src/cli/argv/joined-words.js';
import { ROBUST_KINDS } from '../../../src/domain/index.js';

const joined = (text: string): string => joinedWords(text.split(' ')).join(' ');

describe('--robust of two words', () => {
  it('is of the kinds that a path follows', () => {
    expect(KINDS_WITH_PATH).toEqual(ROBUST_KINDS);
  });

  it.each([
    ['optimize p.csv --robust parameters r.csv --lots', 'optimize p.csv --robust parameters:r.csv --lots'],
    ['optimize --robust=correlations folder p.csv', 'optimize --robust correlations:folder p.csv'],
    ['optimize --robust parameters - p.csv', 'optimize --robust parameters:- p.csv'],
  ])('%s', (given, read) => {
    expect(joined(given)).toBe(read);
  });

  it.each([
    'optimize p.csv --robust scan,pm1 other',
    'optimize p.csv --robust cases.json',
    'optimize p.csv --robust parameters --lots',
    'optimize p.csv --robust parameters',
    'optimize p.csv --robust parameters:r.csv x',
    'optimize -- --robust parameters r.csv',
  ])('%s stays as it is', (given) => {
    expect(joined(given)).toBe(given);
  });
});
