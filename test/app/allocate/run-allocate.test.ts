import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AllocateRequest } from '../../../src/app/request.js';
import { runAllocate } from '../../../src/app/run-allocate.js';
import { runMargin } from '../../../src/app/run-margin.js';
import { aMarginRequest, anIo, ROOT, resultOf } from '../a-world.js';
import { aFolder, anAllocateRequest, FIXTURE } from './a-two-venue-world.js';

const run = (changes: Partial<AllocateRequest> = {}) => runAllocate(anAllocateRequest(changes), anIo());

const MARKETS = {
  Derive: join(ROOT, FIXTURE, 'derive-market.csv'),
  Deribit: join(ROOT, FIXTURE, 'deribit-market.csv'),
};

/** Runs on venues and positions given as values. */
function ran(venues: object, positions: readonly string[], changes: Partial<AllocateRequest> = {}) {
  const folder = aFolder({ 'venues.json': JSON.stringify(venues), 'p.csv': [...positions, ''].join('\n') });
  return run({ allocate: join(folder, 'venues.json'), positions: join(folder, 'p.csv'), ...changes });
}

const HEADER = 'instrument,quantity,venue';
const VENUES = [
  { name: 'Derive', model: 'derive-pm2', market: MARKETS.Derive },
  { name: 'Deribit', model: 'deribit-pme', market: MARKETS.Deribit },
];

describe('the fixture', () => {
  it('lowers the sum of the margins, each of which margo margin confirms', async () => {
    const document = await run({ lots: true, relativeGap: 1e-4 });
    const { venues, before, after, cost, objective, bound, moves, proven } = resultOf(document);
    expect(document.status).toBe('ok');
    expect(after.initialMargin).toBeLessThan(before.initialMargin * 0.6);
    for (const { name, model, before: was, after: is, positions } of venues) {
      for (const [margins, held] of [
        [was, positions.map((line) => [line.instrument, line.before] as const)],
        [is, positions.map((line) => [line.instrument, line.after] as const)],
      ] as const) {
        const rows = held.filter(([, quantity]) => quantity !== 0).map((row) => row.join(','));
        const folder = aFolder({ 'p.csv': ['instrument,quantity', ...rows, ''].join('\n') });
        const own = {
          positions: join(folder, 'p.csv'),
          market: MARKETS[name as keyof typeof MARKETS],
          model,
          limits: null,
        };
        const alone = resultOf(await runMargin(aMarginRequest(FIXTURE, own), anIo()));
        expect(margins.initialMargin).toBeCloseTo(alone.initialMargin, 5);
        expect(margins.maintenanceMargin).toBeCloseTo(alone.maintenanceMargin, 5);
      }
    }
    expect(objective).toBeCloseTo(after.initialMargin + cost.total, 6);
    expect(cost.transfer).toBe(0);
    expect(bound!).toBeLessThanOrEqual(objective);
    expect(proven).toBe(true);
    for (const { quantity } of moves) expect(quantity * 10).toBeCloseTo(Math.round(quantity * 10), 9);
  });

  it('keeps every contract: what leaves arrives', async () => {
    const { venues } = resultOf(await run());
    const total = (when: 'before' | 'after', strike: string): number =>
      venues
        .flatMap(({ positions }) => positions)
        .filter(({ instrument }) => instrument.includes(strike))
        .reduce((sum, line) => sum + line[when], 0);
    for (const strike of ['56000-P', '64000-C', '70000-C', '52000-P', '68000-C', '50000-P', 'PERPETUAL']) {
      expect(total('after', strike)).toBeCloseTo(total('before', strike), 9);
    }
  });

  it('pays for handing over what the venues ask, and no more than quotes would cost', async () => {
    const { cost, moves } = resultOf(await run({ allocate: `${FIXTURE}/handed-over.json` }));
    expect(cost.transfer).toBeGreaterThan(0);
    expect(cost.total).toBeCloseTo(
      moves.reduce((sum, move) => sum + move.cost, 0),
      6,
    );
    for (const { quantity, handedOver } of moves) expect(Math.abs(quantity)).toBeCloseTo(handedOver, 9);
  });

  it('makes at most so many moves', async () => {
    const { moves, after } = resultOf(await run({ maxTrades: 1, relativeGap: 1e-4 }));
    const free = resultOf(await run());
    expect(moves.length).toBe(1);
    expect(after.initialMargin).toBeGreaterThan(free.after.initialMargin);
  });

  it('weighs margin by its cost of capital', async () => {
    const result = resultOf(await run({ capitalCost: 0.08, horizonDays: 7 }));
    expect(result.marginWeight).toBeCloseTo((0.08 * 7) / 365, 12);
    // 0.15 % of the margin saved pays for no spread.
    expect(result.moves).toEqual([]);
    const asked = await run({ capitalCost: 0.08, horizonDays: 7, requireImprovement: true });
    expect(asked.status).toBe('no');
  });

  it('names what cannot move with the reason', async () => {
    const { candidates } = resultOf(await run());
    expect(candidates.excluded).toEqual([
      { instrument: 'BTC-PERPETUAL at Deribit', reason: 'no other venue has it, or an equivalent' },
    ]);
  });
});

describe('runAllocate', () => {
  it('reads a venue’s own positions file and equivalents with a ratio', async () => {
    const own = aFolder({ 'own.csv': 'instrument,quantity\nBTC-17JUL26-56000-P,-4\n' });
    const venues = [VENUES[0], { ...VENUES[1], positions: join(own, 'own.csv') }].map((venue) => ({
      ...venue,
      transferCost: 1,
    }));
    const equivalents = [{ a: 'BTC-17JUL26-56000-P', b: 'BTC-20260717-54000-P', ratio: 2 }];
    const answer = await ran({ venues, equivalents }, [HEADER, 'BTC-20260717-60000-P,8,Derive']);
    for (const { quantity, arriving, as } of resultOf(answer).moves) {
      expect([as, arriving / quantity]).toEqual(['BTC-20260717-54000-P', 2]);
    }
    expect(resultOf(answer).moves.length).toBe(1);
  });

  it('nets a long position at one venue against a short one at the other', async () => {
    const venues = VENUES.map((venue) => ({ ...venue, transferCost: 1 }));
    const rows = [HEADER, 'BTC-20260717-56000-P,-5,Derive', 'BTC-17JUL26-56000-P,5,Deribit'];
    const { after, moves, cost } = resultOf(await ran({ venues, sameTerms: true }, rows));
    expect(after.initialMargin).toBeCloseTo(0, 6);
    expect(moves).toHaveLength(1);
    expect(cost.total).toBeCloseTo(10, 9);
  });

  it.each([
    ['ALC_ONE_VENUE', { venues: [VENUES[0]] }, [HEADER]],
    ['ALC_REPEATED', { venues: [VENUES[0], VENUES[0]] }, [HEADER]],
    ['ALC_UNKNOWN_VENUE', { venues: VENUES }, [HEADER, 'BTC-17JUL26-56000-P,1,Deribits']],
    ['ALC_UNKNOWN_VENUE', { venues: VENUES }, ['instrument,quantity', 'BTC-17JUL26-56000-P,1']],
    ['FIELD_NEGATIVE', { venues: [{ ...VENUES[0], transferCost: -1 }, VENUES[1]] }, [HEADER]],
    ['CFG_NO_MARKET', { venues: [{ name: 'Derive' }, VENUES[1]] }, [HEADER]],
    ['CFG_UNKNOWN_MODEL', { venues: [{ ...VENUES[0], model: 'spam' }, VENUES[1]] }, [HEADER]],
    ['JSON_NOT_ROWS', [], [HEADER]],
    ['FILE_NOT_FOUND', { venues: VENUES, equivalents: 'none.csv' }, [HEADER]],
  ])('refuses with %s', async (code, venues, rows) => {
    const { status, result, issues } = await ran(venues, rows);
    expect([status, result]).toEqual(['error', null]);
    expect(issues.map((issue) => issue.code)).toContain(code);
  });

  it('remarks on equivalents nobody has, on times that differ, and where nothing moves', async () => {
    const equivalents = [{ a: 'BTC-1JAN30-1-C', b: 'BTC-20260717-56000-P' }];
    const rows = [HEADER, 'BTC-20260717-56000-P,-1,Derive'];
    const { status, issues } = await ran({ venues: VENUES, equivalents }, rows);
    expect(status).toBe('ok');
    const codes = issues.map(({ code }) => code);
    expect(codes).toContain('ALC_UNKNOWN_INSTRUMENT');
    expect(codes).toContain('ALC_NOTHING_MOVES');
  });

  it('says when the markets are of different times: ALC_TIMES_DIFFER', async () => {
    const text = readFileSync(MARKETS.Deribit, 'utf8').replaceAll('2026-06-27T09:26', '2026-06-27T10:26');
    const folder = aFolder({ 'later.csv': text });
    const venues = [VENUES[0], { ...VENUES[1], market: join(folder, 'later.csv') }];
    const { issues } = await ran({ venues, sameTerms: true }, [HEADER, 'BTC-20260717-56000-P,-1,Derive']);
    expect(issues.map(({ code }) => code)).toContain('ALC_TIMES_DIFFER');
  });

  it('declines whole lots with the small engine', async () => {
    const { status, issues } = await run({ solver: 'js', lots: true });
    expect([status, issues.at(-1)?.code]).toEqual(['error', 'CFG_JS_INTEGERS']);
  });
});
