import { describe, expect, it } from 'vitest';
import { ProgramBuilder } from '../../../src/optimizer/solver/program-builder.js';
import { screenedUppers } from '../../../src/optimizer/solver/screen-columns.js';
import { dualProof } from '../../../src/optimizer/solver/weak-duality-bound.js';
import { seededRandom } from './seeded-random.js';

/** Cover 10 with whole columns of 1, 2 and 5 apiece at 1, 3 and 20: by hand, the first alone costs 10. */
function cover() {
  const builder = new ProgramBuilder();
  for (const cost of [1, 3, 20]) builder.addColumn({ name: 'x', lower: 0, upper: 10, cost, integer: true });
  builder.addRow({ name: 'cover', lower: 10, upper: Infinity, indices: [0, 1, 2], values: [1, 2, 5] });
  return builder.build();
}

describe('screenedUppers', () => {
  it('lets a column rise as far as its reduced cost allows below the cutoff', () => {
    const proof = dualProof(cover(), Float64Array.of(1));
    // Bound 10, reduced costs 0, 1 and 15: to stay below 13.5, at most 3.5 of the second (3 whole) and none of the third.
    expect(proof.bound).toBe(10);
    expect([...screenedUppers(cover(), proof, 13.5)]).toEqual([10, 3, 0]);
  });

  it('leaves everything where nothing is known to be beaten', () => {
    expect([...screenedUppers(cover(), dualProof(cover(), Float64Array.of(1)), Infinity)]).toEqual([10, 10, 10]);
    expect([...screenedUppers(cover(), dualProof(cover(), Float64Array.of(1)), 9)]).toEqual([10, 10, 10]);
  });

  it('keeps every better point, whatever the multipliers', () => {
    const random = seededRandom(5);
    let kept = 0;
    for (let trial = 0; trial < 40; trial++) {
      const program = cover();
      const cutoff = 10 + 30 * random();
      const uppers = screenedUppers(program, dualProof(program, Float64Array.of(2 * random())), cutoff);
      for (let a = 0; a <= 10; a++) {
        for (let b = 0; b <= 10; b++) {
          for (let c = 0; c <= 10; c++) {
            if (a + 2 * b + 5 * c < 10 || a + 3 * b + 20 * c >= cutoff) continue;
            kept += 1;
            expect([a, b, c].every((value, j) => value <= uppers[j]!)).toBe(true);
          }
        }
      }
    }
    expect(kept).toBeGreaterThan(100);
  });
});
