import { describe, expect, it } from 'vitest';
import { inputName } from '../../../src/ingest/source/input-name.js';

describe('inputName', () => {
  it.each([
    ['-', 'standard input'],
    ['./-', './-'],
    ['desk/p.csv', 'desk/p.csv'],
  ])('%s: %s', (file, name) => {
    expect(inputName(file)).toBe(name);
  });
});
