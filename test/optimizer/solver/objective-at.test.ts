import { expect, it } from 'vitest';
import { objectiveAt } from '../../../src/optimizer/solver/objective-at.js';
import { denseProgram } from './dense-program.js';

it('adds the offset to cost times quantity', () => {
  expect(objectiveAt(denseProgram({ cost: [2, -3], offset: 7, rows: [] }), Float64Array.of(5, 4))).toBe(7 + 10 - 12);
});
