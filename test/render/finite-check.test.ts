import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertFinite } from '../../src/render/finite-check.js';
import { render } from '../../src/render/index.js';
import { RENDER_FORMATS } from '../../src/render/render-format.js';
import { marginDocument, marginResult } from './documents.js';

describe('assertFinite', () => {
  it.each([
    [{ a: [0, { b: Number.NaN }] }, 'document.a[1].b is NaN'],
    [{ a: Number.POSITIVE_INFINITY }, 'document.a is Infinity'],
    [[[Number.NEGATIVE_INFINITY]], 'document[0][0] is -Infinity'],
    [Number.NaN, 'document is NaN'],
  ])('names the path in %j', (value, message) => {
    expect(() => assertFinite(value)).toThrow(new RegExp(`^${message.replaceAll(/[[\].]/g, '\\$&')};`));
  });

  it('accepts any JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        assertFinite(value);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it.each(RENDER_FORMATS)('guards the %s format', async (format) => {
    const document = { ...marginDocument, result: { ...marginResult, equity: Number.NaN } };
    await expect(render(document, { format, width: 80, color: false })).rejects.toThrow(
      'document.result.equity is NaN',
    );
  });
});
