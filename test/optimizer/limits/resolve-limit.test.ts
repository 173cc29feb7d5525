import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { denseAffine } from '../../../src/formula/index.js';
import { aStated, CONTEXT, figures } from './a-context.js';

/** The ends of a limit on a figure that is now `before`. */
function ends(before: number, min: number | string | null, max: number | string | null): number[] {
  const pnl = denseAffine('s', Float64Array.of(-before, 0, 0, 0, 0));
  const scenarios = [{ name: 's', pnl, loss: denseAffine('s', Float64Array.of(before, 0, 0, 0, 0)) }];
  const context = { ...CONTEXT, scenarios, quantities: Float64Array.of(1, 0, 0, 0, 0) };
  const [resolved] = figures(aStated('loss', 's', min, max), context);
  return [resolved!.min, resolved!.max];
}

describe('resolveLimit', () => {
  it('takes absolute ends as they are, whatever the present figure', () => {
    expect(ends(-5, -3, 8)).toEqual([-3, 8]);
    expect(ends(5, null, 8)).toEqual([-Infinity, 8]);
    expect(ends(5, 2, null)).toEqual([2, Infinity]);
  });

  it('takes relative ends as parts of the present figure', () => {
    expect(ends(10, '90%', '110%')).toEqual([9, 11]);
    expect(ends(10, null, '110%')).toEqual([-Infinity, 11]);
    expect(ends(10, '50%', null)).toEqual([5, Infinity]);
    expect(ends(10, '-20%', '20%')).toEqual([-2, 2]);
  });

  it('keeps the size of a negative figure within its ends', () => {
    expect(ends(-10, '90%', '110%')).toEqual([-11, -9]);
    expect(ends(-10, '-20%', '20%')).toEqual([-2, 2]);
  });

  it('reads one relative end of a negative figure as a bound on its size', () => {
    expect(ends(-10, null, '110%')).toEqual([-11, Infinity]);
    expect(ends(-10, '50%', null)).toEqual([-Infinity, -5]);
  });

  it('takes a relative and an absolute end each at its word', () => {
    expect(ends(-10, '120%', 4)).toEqual([-12, 4]);
    expect(ends(-10, -30, '50%')).toEqual([-30, -5]);
    expect(ends(10, '50%', 4)).toEqual([5, 4]);
  });

  it('holds a figure of nothing at nothing', () => {
    expect(ends(0, '90%', '110%').map(Math.abs)).toEqual([0, 0]);
  });

  it('lets the present book keep every limit of 100 % or around it', () => {
    const figure = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    const below = fc.integer({ min: 0, max: 100 });
    const above = fc.integer({ min: 100, max: 300 });
    fc.assert(
      fc.property(figure, below, above, (before, low, high) => {
        const [min, max] = ends(before, `${low}%`, `${high}%`);
        const room = 1e-9 * Math.abs(before);
        return min! <= before + room && before <= max! + room;
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('names the limit by kind and scope and hands on how it was stated', () => {
    const stated = aStated('vega', 'ETH', '90%', '110%');
    const [resolved] = figures(stated);
    expect(resolved).toMatchObject({ name: 'vega ETH', scope: 'ETH', limit: stated });
    expect(figures(aStated('position', 'BTC-*', 0, 1)).map(({ name }) => name)).toEqual([
      'position BTC-31JUL26-60000-C',
      'position BTC-28AUG26-70000-C',
    ]);
  });
});
