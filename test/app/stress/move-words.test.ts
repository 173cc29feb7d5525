import { describe, expect, it } from 'vitest';
import { moveWords } from '../../../src/app/stress/move-words.js';
import { aMove } from '../../scenario/a-stress.js';

const bucket = (changes: object) => ({
  minDays: null,
  maxDays: null,
  minMoneyness: null,
  maxMoneyness: null,
  ...changes,
});

describe('moveWords', () => {
  it.each([
    ['BTC -20%', aMove('level', -0.2, { of: 'BTC' })],
    ['all +12.5%', aMove('level', 0.125)],
    ['BTC -3000', aMove('level', -3000, { of: 'BTC', absolute: true })],
    ['ETH forward 2024-03-29 +1%', aMove('forward', 0.01, { of: 'ETH', expiry: '2024-03-29' })],
    ['ETH forward 2024-03-29 +15', aMove('forward', 15, { of: 'ETH', expiry: '2024-03-29', absolute: true })],
    ['all vol +30%', aMove('volatility', 0.3)],
    [
      'all vol -5 points (7 to 30 days)',
      aMove('volatility', -0.05, { absolute: true, bucket: bucket({ minDays: 7, maxDays: 30 }) }),
    ],
    [
      'all vol +1% (to 30 days, from 90% of forward)',
      aMove('volatility', 0.01, { bucket: bucket({ maxDays: 30, minMoneyness: 0.9 }) }),
    ],
    [
      'all vol +1% (2024-03-29, from 7 days)',
      aMove('volatility', 0.01, { expiry: '2024-03-29', bucket: bucket({ minDays: 7 }) }),
    ],
    ['all rate +1.5 points', aMove('rate', 0.015)],
    ['1 day', aMove('time', 1)],
    ['2.5 days', aMove('time', 2.5)],
  ])('%s', (words, move) => {
    expect(moveWords(move)).toBe(words);
  });
});
