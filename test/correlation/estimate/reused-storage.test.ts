import { describe, expect, it } from 'vitest';
import { figuresIn, placesIn } from '../../../src/correlation/estimate/reused-storage.js';

describe.each([
  ['figures', figuresIn, () => new Float64Array(4)],
  ['places', placesIn, () => new Int32Array(4)],
] as const)('storage for %s', (_, storageIn: (old: never, count: number) => Float64Array | Int32Array, old) => {
  it('is that of the old array where it has room', () => {
    const before = old();
    const [shorter, whole] = [storageIn(before as never, 3), storageIn(before as never, 4)];
    expect([shorter.length, whole.length]).toEqual([3, 4]);
    for (const after of [shorter, whole]) expect(after.buffer).toBe(before.buffer);
    // What was cut short once has all its room again.
    expect(storageIn(shorter as never, 4).buffer).toBe(before.buffer);
  });

  it('is new where there is none, or too little', () => {
    const before = old();
    for (const none of [null, undefined, before]) {
      const after = storageIn(none as never, 5);
      expect(after.length).toBe(5);
      expect(after.buffer).not.toBe(before.buffer);
    }
  });
});
