import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ascendingOrder, sortPlaces } from '../../../src/correlation/estimate/ascending-order.js';
import { OrderOnDates, ownReturns } from '../../../src/correlation/estimate/order-on-dates.js';

/** Few values, so that many are equal. */
const figures = fc.array(fc.integer({ min: -6, max: 6 }), { maxLength: 60 }).map((list) => Float64Array.from(list));

/** By the engine's own sort, which keeps equal ones as they stand. */
function sortedPlaces(values: Float64Array): number[] {
  return [...values.keys()].sort((a, b) => values[a]! - values[b]!);
}

describe('ascendingOrder', () => {
  it('is what the engine sorts, equal values as they stand', () => {
    fc.assert(
      fc.property(figures, (values) => {
        expect([...ascendingOrder(values)]).toEqual(sortedPlaces(values));
      }),
      { seed: 11 },
    );
  });

  it('sorts the first places alone', () => {
    const places = Int32Array.from([3, 1, 2, 0]);
    sortPlaces(places, 3, Float64Array.from([0, 30, 20, 10]), new Int32Array(4));
    expect([...places]).toEqual([3, 2, 1, 0]);
  });
});

describe('OrderOnDates', () => {
  it('orders returns on some dates, some of them changed, as a sort does', () => {
    const orders = new OrderOnDates(60);
    const scene = fc.record({
      own: figures,
      dropped: fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
      changed: fc.array(fc.option(fc.integer({ min: -6, max: 6 }), { freq: 4 }), { minLength: 60, maxLength: 60 }),
    });
    fc.assert(
      fc.property(scene, ({ own, dropped, changed }) => {
        const ends = Int32Array.from([...own.keys()].filter((date) => !dropped[date]!));
        const returns = Float64Array.from(ends, (date) => changed[date] ?? own[date]!);
        const order = orders.of(
          ownReturns(own, (place) => place, 60),
          ends,
          returns,
        );
        expect([...order].sort((a, b) => a - b)).toEqual([...returns.keys()]);
        expect(Array.from(order, (place) => returns[place])).toEqual([...returns].sort((a, b) => a - b));
      }),
      { seed: 12 },
    );
  });
});
