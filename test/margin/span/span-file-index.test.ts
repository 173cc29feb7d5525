import { describe, expect, it } from 'vitest';
import type { Instrument, SpanContract } from '../../../src/domain/index.js';
import { SpanFileIndex } from '../../../src/margin/span/index.js';

const FUTURE: SpanContract = {
  commodity: 'ES',
  product: 'ES',
  kind: 'future',
  month: '202603',
  expiry: '20260320',
  strike: null,
  right: null,
  losses: new Float64Array(16),
  delta: 1,
  deltaScale: 1,
  price: 5000,
  valueFactor: 50,
  premiumPaid: false,
};
const WEEKLY: SpanContract = {
  ...FUTURE,
  product: 'EW2',
  kind: 'option',
  expiry: '20260313',
  strike: 5000,
  right: 'C',
};

const INSTRUMENT: Instrument = {
  name: 'ES-MAR26',
  type: 'future',
  underlying: 'ES',
  expiry: Date.parse('2026-03-20T14:30:00Z'),
  strike: null,
  right: null,
  exercise: null,
  settlement: 'linear',
  multiplier: 50,
  currency: 'USD',
};

const find = (contracts: readonly SpanContract[], changes: Partial<Instrument> = {}) =>
  new SpanFileIndex({
    date: '2026-01-05',
    clearingHouse: 'X',
    commodities: [],
    contracts,
    interSpreads: [],
  }).contractOf({
    ...INSTRUMENT,
    ...changes,
  });
const reason = (contracts: readonly SpanContract[], changes: Partial<Instrument> = {}) => {
  const found = find(contracts, changes);
  return found.status === 'missing' ? found.reason : null;
};

describe('the contract of an instrument', () => {
  it('has its product, its last day and its size', () => {
    const micro = { ...FUTURE, product: 'MES', valueFactor: 5 };
    const later = { ...FUTURE, month: '202606', expiry: '20260619' };
    expect(find([micro, later, FUTURE])).toEqual({ status: 'found', contract: FUTURE });
    // By the combined commodity, the one that is as large.
    expect(find([micro, FUTURE], { multiplier: 5 })).toEqual({ status: 'found', contract: micro });
  });

  it('is of its month where the file has months alone', () => {
    const monthly = { ...FUTURE, expiry: '202603' };
    expect(find([monthly])).toEqual({ status: 'found', contract: monthly });
    expect(reason([{ ...FUTURE, expiry: '202604' }])).toContain('expires on 20260320');
  });

  it('has its strike and right, whatever the product of its commodity', () => {
    const option = { type: 'option', strike: 5000, right: 'C', expiry: Date.parse('2026-03-13T20:00:00Z') } as const;
    expect(find([FUTURE, WEEKLY], option)).toEqual({ status: 'found', contract: WEEKLY });
    expect(reason([FUTURE, WEEKLY], { ...option, right: 'P' })).toBe(
      'is not in the SPAN file, which has no put on ES struck at 5000',
    );
  });

  it('is missing with the reason', () => {
    expect(reason([FUTURE], { underlying: 'CL' })).toBe('is on CL, of which the SPAN file has no product');
    expect(reason([WEEKLY])).toBe('is not in the SPAN file, which has no future on ES');
    expect(reason([FUTURE], { multiplier: 500 })).toBe('has a multiplier of 500, and the SPAN file contracts of 50');
    expect(reason([FUTURE], { type: 'spot' })).toContain('is no future and no option');
    expect(
      reason([WEEKLY, { ...WEEKLY, product: 'EW' }], {
        type: 'option',
        strike: 5000,
        right: 'C',
        expiry: Date.parse('2026-03-13'),
      }),
    ).toBe('is one of two in the SPAN file, product EW2 and product EW');
  });
});
