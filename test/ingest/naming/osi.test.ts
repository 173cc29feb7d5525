import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instrument } from '../../../src/domain/index.js';
import { EUROPEAN_INDEX_ROOTS } from '../../../src/ingest/naming/european-index-roots.js';
import { newYorkClose } from '../../../src/ingest/naming/new-york-close.js';
import { osi } from '../../../src/ingest/naming/osi.js';
import { anyDay, anyRight } from './generated-contracts.js';
import { expectNoHalfReadNames, expectRoundTrip, expectUnread } from './naming-rule-checks.js';

const SPY = 'SPY   200320C00320000';

describe('osi names', () => {
  it('reads the 21 characters', () => {
    expect(osi.parse(SPY)).toEqual({
      name: SPY,
      type: 'option',
      underlying: 'SPY',
      expiry: Date.parse('2020-03-20T16:00:00-04:00'),
      strike: 320,
      right: 'C',
      exercise: 'american',
      settlement: 'linear',
      multiplier: 100,
      currency: 'USD',
    });
  });

  it('reads the form without blanks as the same contract', () => {
    expect(osi.parse('SPY200320C00320000')).toEqual(osi.parse(SPY));
    expect(osi.parse('GOOGLE200320P01234500')).toMatchObject({ name: 'GOOGLE200320P01234500', strike: 1234.5 });
  });

  it('takes the strike in thousandths', () => {
    expect(osi.parse('F     200320P00008500')?.strike).toBe(8.5);
    expect(osi.parse('F     200320P00000001')?.strike).toBe(0.001);
    expect(osi.parse('BRKA  200320C99999999')?.strike).toBe(99999.999);
  });

  it.each([
    ['the Friday before daylight saving starts', 'SPY   200306C00320000', '2020-03-06T21:00Z'],
    ['the Monday after it has started', 'SPY   200309C00320000', '2020-03-09T20:00Z'],
    ['the Friday before it ends', 'SPY   201030C00320000', '2020-10-30T20:00Z'],
    ['the Monday after it has ended', 'SPY   201102C00320000', '2020-11-02T21:00Z'],
  ])('expires at 16:00 New York on %s', (_day, name, utc) => {
    expect(osi.parse(name)?.expiry).toBe(Date.parse(utc));
  });

  it('knows the index options that are European', () => {
    for (const root of EUROPEAN_INDEX_ROOTS) {
      expect(osi.parse(`${root.padEnd(6)}200320C00320000`)).toMatchObject({ underlying: root, exercise: 'european' });
    }
    expect([...EUROPEAN_INDEX_ROOTS]).toEqual(expect.arrayContaining(['SPX', 'SPXW', 'NDX', 'RUT', 'VIX', 'XSP']));
    for (const root of ['OEX', 'QQQ', 'IWM', 'AAPL']) {
      expect(osi.parse(`${root.padEnd(6)}200320C00320000`)?.exercise).toBe('american');
    }
  });

  it('gives one name to every contract', () => {
    const contracts: fc.Arbitrary<Instrument> = fc
      .tuple(fc.stringMatching(/^[A-Z]{1,6}$/), anyDay, fc.integer({ min: 1, max: 99_999_999 }), anyRight)
      .map(([root, midnight, thousandths, right]) => {
        const day = new Date(midnight);
        return {
          name: 'unread',
          type: 'option',
          underlying: root,
          expiry: newYorkClose({
            year: day.getUTCFullYear(),
            month: day.getUTCMonth() + 1,
            day: day.getUTCDate(),
          }),
          strike: thousandths / 1000,
          right,
          exercise: EUROPEAN_INDEX_ROOTS.has(root) ? 'european' : 'american',
          settlement: 'linear',
          multiplier: 100,
          currency: 'USD',
        };
      });
    expectRoundTrip(osi, contracts);
  });

  it('does not read what is not a contract', () => {
    expectUnread(osi, [
      'SPY   200231C00320000',
      'SPY   201301C00320000',
      'SPY   200320C00000000',
      'SPY   200320X00320000',
      'SPY  200320C00320000', // twenty characters
      'SPY    200320C00320000',
      'SPY   200320C0032000A',
      'spy   200320C00320000',
      ' SPY  200320C00320000',
      'AAPL7 200320C00320000', // a mini or adjusted contract
      'ALPHABET200320C00320000',
      'SPY',
    ]);
  });

  it('never half-reads a garbled name', () => {
    expectNoHalfReadNames(osi, [SPY, 'SPXW  201102P03200000', 'GOOGLE200320P01234500', 'F200320P00008500']);
  });

  it('gives no name to a contract of other terms', () => {
    const option = osi.parse(SPY);
    if (option === null) throw new Error('not read');
    expect(osi.format({ ...option, strike: 320.0005 })).toBeNull();
    expect(osi.format({ ...option, strike: 100_000 })).toBeNull();
    expect(osi.format({ ...option, multiplier: 10 })).toBeNull();
    expect(osi.format({ ...option, exercise: 'european' })).toBeNull();
    expect(osi.format({ ...option, underlying: 'LONGROOT' })).toBeNull();
    expect(osi.format({ ...option, expiry: Date.parse('2020-03-20T08:00Z') })).toBeNull();
    expect(osi.format({ ...option, type: 'spot', expiry: null, strike: null, right: null, exercise: null })).toBeNull();
  });
});
