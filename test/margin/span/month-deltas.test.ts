import { describe, expect, it } from 'vitest';
import { FIRST_MONTH, LAST_MONTH, MonthDeltas } from '../../../src/margin/span/month-deltas.js';

const deltas = () =>
  new MonthDeltas(
    new Map([
      ['202609', -2],
      ['202603', 5],
      ['202606', 1],
    ]),
  );

describe('deltas of a commodity by month', () => {
  it('are counted by sign and range of months', () => {
    const book = deltas();
    expect(book.net).toBe(4);
    expect(book.available(FIRST_MONTH, LAST_MONTH, 1)).toBe(6);
    expect(book.available('202606', LAST_MONTH, 1)).toBe(1);
    expect(book.available(FIRST_MONTH, LAST_MONTH, -1)).toBe(2);
    expect(book.leftIn('202612')).toBe(0);
  });

  it('are taken from the nearest month first', () => {
    const book = deltas();
    book.take(FIRST_MONTH, LAST_MONTH, 1, 5.5);
    expect([book.leftIn('202603'), book.leftIn('202606'), book.leftIn('202609')]).toEqual([0, 0.5, -2]);
    expect([book.takenIn('202603'), book.takenIn('202606'), book.takenIn('202609')]).toEqual([5, 0.5, 0]);
    book.take(FIRST_MONTH, LAST_MONTH, -1, 2);
    expect(book.net).toBe(0.5);
  });
});
