import { expect, it } from 'vitest';
import { snapToBounds } from '../../../src/optimizer/solver/snap-to-bounds.js';
import { denseProgram } from './dense-program.js';

const program = denseProgram({ cost: [0, 0, 0], lower: [0, -1e6, 2], upper: [1, 1e6, 2], rows: [] });

it('moves what rounding left outside onto the bound', () => {
  const x = Float64Array.of(-1e-9, 1e6 + 1e-3, 2 + 1e-12);
  expect([...snapToBounds(program, x)]).toEqual([0, 1e6, 2]);
  expect(x[0]).toBe(-1e-9);
});

it('leaves what is inside, and what is truly outside, for the check to find', () => {
  expect([...snapToBounds(program, Float64Array.of(0.5, -3e6, 2.1))]).toEqual([0.5, -3e6, 2.1]);
});
