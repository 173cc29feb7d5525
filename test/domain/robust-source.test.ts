import { describe, expect, it } from 'vitest';
import { robustSource } from '../../src/domain/index.js';

describe('what --robust names', () => {
  it.each([
    ['parameters:ranges.csv', { kind: 'parameters', path: 'ranges.csv' }],
    ['parameters ranges.csv', { kind: 'parameters', path: 'ranges.csv' }],
    ['parameters:-', { kind: 'parameters', path: '-' }],
    ['correlations:a folder/with blanks', { kind: 'correlations', path: 'a folder/with blanks' }],
    ['correlations', { kind: 'correlations', path: '' }],
    ['parameters:C:\\ranges.json', { kind: 'parameters', path: 'C:\\ranges.json' }],
    ['cases.json', { kind: 'cases', path: 'cases.json' }],
    ['cases.json.gz', { kind: 'cases', path: 'cases.json.gz' }],
    ['./parameters', { kind: 'cases', path: './parameters' }],
    ['-', { kind: 'cases', path: '-' }],
    ['scan, pm1@pm1-grvt', { kind: 'models', models: ['scan', 'pm1@pm1-grvt'] }],
    [' , ', { kind: 'models', models: [] }],
  ])('%j', (text, source) => {
    expect(robustSource(text)).toEqual(source);
  });
});
