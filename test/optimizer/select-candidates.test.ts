import { describe, expect, it } from 'vitest';
import { type CandidateRules, selectCandidates } from '../../src/optimizer/select-candidates.js';
import { CurrencyRates, type ValuedInstrument } from '../../src/scenario/index.js';
import { aLine, NO_OPTION } from './a-line.js';

const RULES: CandidateRules = {
  minDays: 7,
  wanted: () => true,
  room: () => ({ buy: Infinity, sell: Infinity }),
  rates: new CurrencyRates(new Map([['BTC', { level: 60_000, source: 'index' as const }]]), 'USD'),
};
const QUOTED = { bid: 980, bidSize: 4, ask: 1030, askSize: 7, lot: 0.1, fee: 2 };

function select(line: ValuedInstrument, rules: Partial<CandidateRules> = {}) {
  return selectCandidates([line], { ...RULES, ...rules });
}

const reasons = (line: ValuedInstrument, rules: Partial<CandidateRules> = {}): string[] =>
  select(line, rules).excluded.map(({ reason }) => reason);

describe('selectCandidates', () => {
  it('buys at the ask and sells at the bid, at most the displayed size', () => {
    const { candidates, excluded } = select(aLine('C', { quote: QUOTED }));
    expect(excluded).toEqual([]);
    expect(candidates).toEqual([
      {
        instrument: 'C',
        line: 0,
        asks: [{ price: 1030, size: 7, unitSpread: 30, unitDepth: 0, unitFee: 2 }],
        bids: [{ price: 980, size: 4, unitSpread: 20, unitDepth: 0, unitFee: 2 }],
        lot: 0.1,
        notional: 60_000,
      },
    ]);
  });

  it('numbers candidates by their line and passes over indices in silence', () => {
    const index = aLine('BTC', { terms: { type: 'index', expiry: null, ...NO_OPTION }, quote: { mark: 60_000 } });
    const { candidates, excluded } = selectCandidates([index, aLine('C', { quote: QUOTED })], RULES);
    expect(candidates.map(({ line }) => line)).toEqual([1]);
    expect(excluded).toEqual([]);
  });

  it.each([
    ['no quote at all', null],
    ['only a mark', { mark: 1000 }],
    ['sizes without prices', { askSize: 4, bidSize: 4 }],
  ])('leaves out an instrument with %s', (_, quote) => {
    expect(select(aLine('C', { quote }))).toEqual({
      candidates: [],
      excluded: [{ instrument: 'C', reason: 'no bid and no ask' }],
    });
  });

  it('leaves out what was not asked for', () => {
    expect(reasons(aLine('C', { quote: QUOTED }), { wanted: (name) => name !== 'C' })).toEqual([
      'not among the candidates asked for',
    ]);
  });

  it('leaves out what does not outlive the days wanted, to the day', () => {
    expect(reasons(aLine('C', { quote: QUOTED, days: 6.99 }))).toEqual(['expires within 7 days']);
    expect(reasons(aLine('C', { quote: QUOTED, days: 7 }))).toEqual([]);
    expect(reasons(aLine('C', { quote: QUOTED, days: 0.5 }), { minDays: 0 })).toEqual([]);
  });

  it('keeps what never expires', () => {
    const perpetual = aLine('P', { terms: { type: 'perpetual', expiry: null, ...NO_OPTION }, days: 0, quote: QUOTED });
    expect(select(perpetual).candidates).toHaveLength(1);
  });

  it('trades one side where the other has no price, and says so', () => {
    const onlyAsk = select(aLine('C', { quote: { ...QUOTED, bid: null } }));
    expect(onlyAsk.excluded).toEqual([{ instrument: 'C', reason: 'no bid: cannot be sold' }]);
    expect(onlyAsk.candidates[0]).toMatchObject({ bids: [], asks: [{ price: 1030 }] });
    expect(reasons(aLine('C', { quote: { ...QUOTED, ask: null } }))).toEqual(['no ask: cannot be bought']);
  });

  it('does not trade a size of zero', () => {
    const { candidates, excluded } = select(aLine('C', { quote: { ...QUOTED, askSize: 0, bidSize: 0 } }));
    expect(candidates).toEqual([]);
    expect(excluded.map(({ reason }) => reason)).toEqual([
      'no size at the ask: cannot be bought',
      'no size at the bid: cannot be sold',
    ]);
  });

  it('does not invent a size where none is displayed', () => {
    expect(reasons(aLine('C', { quote: { ...QUOTED, askSize: null } }))).toEqual([
      'no displayed size at the ask and no position limit: cannot be bought',
    ]);
  });

  it('takes the room of a position limit for the size where none is displayed', () => {
    const quote = { ...QUOTED, askSize: null, bidSize: null };
    const { candidates, excluded } = select(aLine('C', { quote }), { room: () => ({ buy: 12, sell: 0 }) });
    expect(candidates[0]!.asks[0]!.size).toBe(12);
    expect(candidates[0]!.bids).toEqual([]);
    expect(excluded.map(({ reason }) => reason)).toEqual([
      'no displayed size at the bid and no room in the position limit: cannot be sold',
    ]);
  });

  it('leaves a displayed size as it is: a position limit is then a row of the program', () => {
    const { candidates } = select(aLine('C', { quote: QUOTED }), { room: () => ({ buy: 1, sell: 0 }) });
    expect([candidates[0]!.asks[0]!.size, candidates[0]!.bids[0]!.size]).toEqual([7, 4]);
  });

  it('sells no more than is held of what can only be owned, whatever size is displayed', () => {
    const bids = (owned: number) => select(aLine('C', { quote: QUOTED }), { owned: () => owned }).candidates[0]!.bids;
    expect(bids(3)[0]!.size).toBe(3);
    expect(bids(30)[0]!.size).toBe(4);
    expect(bids(0)).toEqual([]);
    expect(reasons(aLine('C', { quote: QUOTED }), { owned: () => 0 })).toEqual([
      'can only be owned, and none is held: cannot be sold',
    ]);
  });

  it('never has a negative spread, not even where the quotes are crossed', () => {
    for (const mark of [900, 990, 1000, 1010, 1100]) {
      const crossed = aLine('C', { markPrice: mark, quote: { ...QUOTED, bid: 1010, ask: 990 } });
      const [candidate] = select(crossed).candidates;
      expect(candidate!.asks[0]!.unitSpread).toBeGreaterThanOrEqual(0);
      expect(candidate!.bids[0]!.unitSpread).toBeGreaterThanOrEqual(0);
    }
  });

  it('charges fee and spread of a coin option in money', () => {
    const coin = aLine('C', {
      terms: { settlement: 'inverse', currency: 'BTC' },
      moneyPerPrice: 60_000,
      markPrice: 0.02,
      quote: { bid: 0.0195, bidSize: 1, ask: 0.021, askSize: 1, fee: 0.0003 },
    });
    const [candidate] = select(coin).candidates;
    expect(candidate!.asks[0]!.unitSpread).toBeCloseTo(60, 9);
    expect(candidate!.bids[0]!.unitSpread).toBeCloseTo(30, 9);
    expect(candidate!.asks[0]!.unitFee).toBeCloseTo(18, 9);
  });
});
