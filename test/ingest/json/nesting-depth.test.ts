import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nestingDepth } from '../../../src/ingest/json/nesting-depth.js';

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

describe('nestingDepth', () => {
  it.each([
    ['', 0],
    ['1', 0],
    ['[]', 1],
    ['{"a": [[]]}', 3],
    ['[[], []]', 2],
    ['"[[["', 0],
    ['["\\"[[", []]', 2],
    [']]][', 1],
  ])('of %s is %d', (text, depth) => {
    expect(nestingDepth(text)).toBe(depth);
  });

  it('is that of any value written as JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(nestingDepth(JSON.stringify(value))).toBe(depthOf(value));
      }),
      { seed: 71 },
    );
  });
});
