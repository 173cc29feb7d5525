import { describe, expect, it } from 'vitest';
import { parseKeepText } from '../../../src/ingest/index.js';

const HELD = ['BTC', 'ETH'];

/** Kind, scope, band as written, priority. */
function kept(text: string, held: readonly string[] = HELD) {
  const { value, issues } = parseKeepText(text, 1, held);
  expect(issues).toEqual([]);
  return value.map(({ kind, scope, min, max, keep, priority }) => {
    expect([min, max]).toEqual([null, null]);
    return [kind, scope, keep!.relative ? `${keep!.value * 100}%` : keep!.value, priority];
  });
}

const complaint = (text: string) => {
  const { value, issues } = parseKeepText(text, 2, HELD);
  expect(issues).toHaveLength(1);
  const { code, line, column, field, message } = issues[0]!;
  expect([code, line, field]).toEqual(['LIM_KEEP_TEXT', 2, '--keep']);
  return { column, message, left: value.length };
};

describe('parseKeepText', () => {
  it('reads parts with commas between them, each for every underlying held', () => {
    expect(kept('delta 5%, gamma 10%')).toEqual([
      ['delta', 'BTC', '5%', 'hard'],
      ['delta', 'ETH', '5%', 'hard'],
      ['gamma', 'BTC', '10%', 'hard'],
      ['gamma', 'ETH', '10%', 'hard'],
    ]);
    expect(kept('delta 5%', [])).toEqual([]);
  });

  it('reads a scope, in quotes where it has commas or blanks', () => {
    expect(kept('vega BTC 10%,theta 2026-07-31 20%')).toEqual([
      ['vega', 'BTC', '10%', 'hard'],
      ['theta', '2026-07-31', '20%', 'hard'],
    ]);
    expect(kept("payoff 'down 3/3: BTC, vol up' 5%")).toEqual([['loss', 'down 3/3: BTC, vol up', '5%', 'hard']]);
  });

  it('keeps the payoff in every scenario unless told which', () => {
    expect(kept('PAYOFF 5%')).toEqual([['loss', 'total', '5%', 'hard']]);
  });

  it('reads an amount instead of a percentage, and a priority', () => {
    expect(kept('delta ETH 0.5 priority 2, rho 0')).toEqual([
      ['delta', 'ETH', 0.5, 2],
      ['rho', 'BTC', 0, 'hard'],
      ['rho', 'ETH', 0, 'hard'],
    ]);
  });

  it.each([
    ['', 1, 'it is empty'],
    [' , ', 1, 'it is empty'],
    ['delta', 1, 'the band of delta is missing'],
    ['delta 5%, vga 10%', 11, 'did you mean vega?'],
    ['margin 5%', 1, "'margin' cannot be kept, only delta, gamma, vega, theta, rho, payoff"],
    ['delta BTC wide', 1, "'wide' is no band"],
    ['delta -5%', 1, "'-5%' is no band"],
    ['delta BTC ETH 5%', 1, "'ETH' is not understood"],
    ['payoff 500', 1, 'a percentage of the gain'],
    ['delta 5% priority 9', 1, "'9' is no priority"],
  ])('complains about %j', (text, column, detail) => {
    const { column: found, message } = complaint(text);
    expect(found).toBe(column);
    expect(message).toContain(detail);
  });

  it('keeps the good parts of a text with a bad one', () => {
    expect(complaint('delta BTC 5%, nonsense, vega BTC 10%').left).toBe(2);
  });
});
