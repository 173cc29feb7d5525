import { describe, expect, it } from 'vitest';
import { explainSentences } from '../../src/app/explain-sentences.js';
import type { BindingScenario, LimitLine, TradeLine, TradeReasons } from '../../src/schema/index.js';

const binding = (name: string, loss = 1000, block = 0): BindingScenario => ({ name, loss, block });

function aTrade(reasons: Partial<TradeReasons> = {}, changes: Partial<TradeLine> = {}): TradeLine {
  return {
    instrument: 'BTC-C',
    side: 'buy',
    quantity: 2.5,
    price: 1,
    limitPrice: 1,
    marginalPrice: 1,
    fills: [],
    notional: 1,
    cost: 100,
    fee: 10,
    marginSaved: 4000,
    why: 'lowers the charges',
    reasons: { savedAlone: 3000, savedPerCost: 40, relieves: [], leftOut: null, ...reasons },
    ...changes,
  };
}

function aLimit(changes: Partial<LimitLine> = {}): LimitLine {
  return {
    limit: 'keep delta',
    scope: 'BTC',
    unit: 'BTC',
    value: 5,
    min: -5,
    max: 5,
    before: 0,
    priority: 'hard',
    binding: true,
    shadowPrice: 12.5,
    relaxedBy: 0,
    ...changes,
  };
}

const sentences = (
  trades: readonly TradeLine[],
  limits: readonly LimitLine[] = [],
  [before, after]: readonly (readonly BindingScenario[])[] = [[binding('down')], [binding('up', 500)]],
  weighted = false,
) =>
  explainSentences({
    currency: 'USD',
    trades,
    limits,
    bindingBefore: before ?? [],
    bindingAfter: after ?? [],
    weighted,
  });

const ofTrade = (reasons: Partial<TradeReasons>, changes: Partial<TradeLine> = {}) =>
  sentences([aTrade(reasons, changes)])[2];
const ofLimit = (changes: Partial<LimitLine>, weighted = false) =>
  sentences([], [aLimit(changes)], [[], []], weighted)[1];

describe('explainSentences', () => {
  it('says what sets the margin before and after', () => {
    expect(sentences([aTrade()]).slice(0, 2)).toEqual([
      'Before the trades down loses most, 1,000 USD.',
      'After them up loses most, 500 USD.',
    ]);
    expect(sentences([], [], [[], []])).toEqual(['Before the trades no scenario loses money.']);
    const many = ['a', 'b', 'c', 'd', 'e'].map((name) => binding(name));
    expect(sentences([], [], [many, []])[0]).toBe('Before the trades a; b; c and 2 more lose most, 1,000 USD each.');
    const blocks = [binding('a'), binding('b', 1000, 1), binding('c', 1000, 1)];
    expect(sentences([], [], [blocks, []])[0]).toBe(
      'Before the trades a loses most, 1,000 USD; and b and c lose most, 1,000 USD each.',
    );
  });

  it('says first whose margin is meant where it is not that of today', () => {
    const told = { currency: 'USD', trades: [], limits: [], bindingBefore: [], bindingAfter: [], weighted: false };
    const first = (rule: 'average' | 'max', days: number) =>
      explainSentences({ ...told, horizon: { rule, days, merged: [] } })[0];
    expect(first('average', 30)).toBe("Scenarios are today's; margin saved or needed is the average over 30 days.");
    expect(first('max', 1)).toBe(
      "Scenarios are today's; margin saved or needed is that of its worst date within 1 day.",
    );
  });

  it('says of a trade what it saves alone, what leaving it out loses, what it costs, what it relieves', () => {
    const relieves = [
      { scenario: 'down', gain: 900 },
      { scenario: 'far down', gain: 800 },
    ];
    const leftOut = { possible: true, marginLost: 1234, objectiveLost: 1200, proven: true };
    expect(ofTrade({ relieves, leftOut })).toBe(
      'Buy 2.5 BTC-C: alone it saves 3,000 USD; without it the best book needs 1,234 USD more; it costs 100 USD, and as the last of the trades saves 40 of margin per unit of that; it relieves down by 900 USD and far down by 800 USD.',
    );
    expect(ofTrade({ savedAlone: -20, savedPerCost: null }, { side: 'sell', cost: 0 })).toBe(
      'Sell 2.5 BTC-C: alone it adds 20 USD; it costs 0 USD; lowers the charges.',
    );
    expect(ofTrade({ savedPerCost: -4 })).not.toContain('per unit');
    const { reasons: _, ...bare } = aTrade();
    expect(sentences([bare])[2]).toBe('Buy 2.5 BTC-C: lowers the charges.');
  });

  it.each([
    [{ possible: false, marginLost: null, objectiveLost: null, proven: true }, 'without it the limits cannot be kept'],
    [
      { possible: true, marginLost: -50, objectiveLost: 3, proven: false },
      'without it the best book needs 50 USD less, as far as was searched',
    ],
    [
      { possible: true, marginLost: 0.2, objectiveLost: 0.2, proven: true },
      'without it another book needs as much margin',
    ],
  ])('says of a book without it %j', (leftOut, words) => {
    expect(ofTrade({ leftOut })).toContain(`; ${words};`);
  });

  it('says of a binding limit what room is worth, and how far', () => {
    const worth = { end: 'max', perUnit: 12.5, upTo: 0.25 } as const;
    expect(ofLimit({ worth })).toBe(
      'Limit keep delta BTC binds at its max: more room would save 12.5 USD per unit (BTC), up to 0.25 more.',
    );
    expect(ofLimit({ worth: { ...worth, end: 'min', upTo: null } }, true)).toBe(
      'Limit keep delta BTC binds at its min: more room would save 12.5 USD of the objective per unit (BTC), however much is given.',
    );
    expect(ofLimit({ worth: { ...worth, perUnit: 0, upTo: null } })).toBe(
      'Limit keep delta BTC binds at its max, and more room would save nothing.',
    );
    expect(ofLimit({ worth: null })).toBe(
      'Limit keep delta BTC binds; a little more room would save 12.5 USD per unit (BTC).',
    );
    expect(ofLimit({ shadowPrice: 0 })).toBe('Limit keep delta BTC binds, and a little more room would save nothing.');
    expect(ofLimit({ limit: 'trades', scope: 'total', unit: 'trades' })).toBe(
      'Limit trades total binds; what one more would save was not asked.',
    );
    expect(ofLimit({ binding: false })).toBeUndefined();
  });
});
