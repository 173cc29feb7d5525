import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/formula/index.js';
import { columnGroups, columnSum, expiryKey, grossAmount, percentText } from '../../../src/margin/venue-lines/index.js';
import { future, perpetual, spot } from './sample-book.js';

const LINES = [perpetual(1), future(1, 10), spot(1), future(2, 10), future(1, 10.5)];

describe('columns', () => {
  it('are grouped by expiry, to the second where it is not at eight', () => {
    expect([...columnGroups(LINES, expiryKey)]).toEqual([
      ['BTC perpetual', [0]],
      ['BTC 2026-01-11', [1, 3]],
      ['BTC 2026-01-11T20:00:00.000Z', [4]],
    ]);
  });

  it('are added with their signs, or without', () => {
    const quantities = Float64Array.of(0, 3, 0, -2, 0);
    const units = (line: { price: number }) => line.price;
    expect(evaluate(columnSum('net', LINES, [1, 3], units), quantities)).toBe(-1);
    expect(evaluate(grossAmount('gross', LINES, [1, 3], units), quantities)).toBe(7);
  });
});

describe('moves in names', () => {
  it.each([
    [0.16, '+16%'],
    [-0.33, '-33%'],
    [0.045, '+4.5%'],
    [0, '0%'],
    [(0.18 * 3) / 5, '+10.8%'],
    [5, '+500%'],
  ])('%f is %s', (move, text) => {
    expect(percentText(move)).toBe(text);
  });
});
