import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runAllocate } from '../../../src/app/run-allocate.js';
import { runMargin } from '../../../src/app/run-margin.js';
import { seededRandom } from '../../../src/math/index.js';
import { aMarginRequest, anIo, resultOf } from '../a-world.js';
import { aFolder, anAllocateRequest, FIXTURE, marketOf } from './a-two-venue-world.js';

/** Three contracts by their names at the two venues. */
const NAMES = [
  ['BTC-20260717-56000-P', 'BTC-17JUL26-56000-P'],
  ['BTC-20260717-64000-C', 'BTC-17JUL26-64000-C'],
  ['BTC-20260731-70000-C', 'BTC-31JUL26-70000-C'],
] as const;
const VENUES = ['Derive', 'Deribit'] as const;
const UNIT_COST = 40;

type Book = readonly (readonly [atDerive: number, atDeribit: number])[];

const FILES = {
  'derive.csv': marketOf(
    'derive',
    NAMES.map(([name]) => name),
  ),
  'deribit.csv': marketOf(
    'deribit',
    NAMES.map(([, name]) => name),
  ),
};

/** A venue's margin of its part of the book, by `margo margin`, which knows nothing of allocations. */
function marginer(models: readonly [string, string]) {
  const known = new Map<string, Promise<number>>();
  return (venue: 0 | 1, book: Book): Promise<number> => {
    const held = book.map((quantities) => quantities[venue]);
    const key = `${venue} ${held.join(' ')}`;
    const rows = held.flatMap((quantity, k) => (quantity === 0 ? [] : [`${NAMES[k]![venue]},${quantity}`]));
    const reckon = async (): Promise<number> => {
      if (rows.length === 0) return 0;
      const folder = aFolder({ ...FILES, 'positions.csv': ['instrument,quantity', ...rows, ''].join('\n') });
      const market = join(folder, venue === 0 ? 'derive.csv' : 'deribit.csv');
      const own = { positions: join(folder, 'positions.csv'), market, model: models[venue], limits: null };
      return resultOf(await runMargin(aMarginRequest(FIXTURE, own), anIo())).initialMargin;
    };
    const before = known.get(key) ?? reckon();
    known.set(key, before);
    return before;
  };
}

/** The least of margins and costs over every way of moving whole contracts without making opposite positions. */
async function enumerated(book: Book, models: readonly [string, string]): Promise<number> {
  const margin = marginer(models);
  const choices = book.map(([here, there]) => {
    const [low, high] = [Math.min(0, here) + Math.min(0, there), Math.max(0, here) + Math.max(0, there)];
    const moved: number[] = [];
    for (let x = -10; x <= 10; x++) {
      if ([here - x, there + x].every((held) => held >= low && held <= high)) moved.push(x);
    }
    return moved;
  });
  let best = Infinity;
  const visit = async (k: number, after: Book, cost: number): Promise<void> => {
    if (k === book.length) {
      best = Math.min(best, (await margin(0, after)) + (await margin(1, after)) + cost);
      return;
    }
    for (const x of choices[k]!) {
      const [here, there] = book[k]!;
      await visit(k + 1, [...after, [here - x, there + x]], cost + UNIT_COST * Math.abs(x));
    }
  };
  await visit(0, [], 0);
  return best;
}

function randomBook(seed: number): Book {
  const random = seededRandom(seed);
  return NAMES.map(() => [random.integer(5) - 2, random.integer(5) - 2] as const);
}

async function allocated(book: Book, models: readonly [string, string]) {
  const rows = book.flatMap((held, k) =>
    held.flatMap((quantity, v) => (quantity === 0 ? [] : [`${NAMES[k]![v]},${quantity},${VENUES[v]}`])),
  );
  const venues = VENUES.map((name, v) => ({
    name,
    model: models[v],
    market: `${name.toLowerCase()}.csv`,
    transferCost: UNIT_COST / 2,
  }));
  const folder = aFolder({
    ...FILES,
    'positions.csv': ['instrument,quantity,venue', ...rows, ''].join('\n'),
    'venues.json': JSON.stringify({ venues, equivalents: NAMES.map(([a, b]) => ({ a, b })) }),
  });
  const paths = { positions: join(folder, 'positions.csv'), allocate: join(folder, 'venues.json') };
  return resultOf(await runAllocate(anAllocateRequest({ ...paths, lots: true, relativeGap: 0 }), anIo()));
}

// Quotes of these options are dearer than handing over, so the cost of a contract moved is always that of handing it over.
describe('whole contracts moved between two venues', () => {
  it.each([
    ['derive-pm2', 'deribit-pme'],
    ['pm1', 'pm1@pm1-grvt'],
  ] as const)(
    'under %s and %s are the best of all there are',
    async (...models) => {
      let moved = 0;
      for (const seed of [1, 2, 3, 4, 5, 6]) {
        const book = randomBook(seed);
        const best = await enumerated(book, models);
        const result = await allocated(book, models);
        expect([seed, result.objective / best]).toEqual([seed, expect.closeTo(1, 6)]);
        expect(result.bound!).toBeLessThanOrEqual(best * (1 + 1e-9));
        moved += result.moves.length;
      }
      expect(moved).toBeGreaterThan(3);
    },
    60_000,
  );
});
