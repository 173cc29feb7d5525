import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/formula/index.js';
import { AS_OF, index, inverse, perpetual } from '../../scenario/sample-market.js';
import { requirementBy } from './a-requirement.js';

const BTC = [index('BTC', 60_000), perpetual('BTC', 60_000, inverse('BTC', 'future'))];
const ETH = [index('ETH', 3000), perpetual('ETH', 3000, inverse('ETH', 'future'))];

const tree = (id: string, quotes: typeof BTC, book: number[], currency = 'USD') =>
  explain(requirementBy(id, { quotes, asOf: AS_OF, currency }).initial, Float64Array.from(book));

describe('addedUp', () => {
  it.each(['deribit-pme', 'pm1'])(
    '%s: names the unit below a conversion, so that coins are not read as dollars',
    (id) => {
      const whole = tree(id, BTC, [6000]);
      const [coins] = whole.children;
      expect([whole.name, coins!.name]).toEqual(['initial margin', 'initial margin in BTC']);
      expect(coins!.amount * 60_000).toBeCloseTo(whole.amount, 6);
    },
  );

  it('has no such line where the venue counts in the reporting currency', () => {
    const whole = tree('deribit-pme', BTC, [6000], 'BTC');
    expect(whole.children.map(({ name }) => name)).toContain('risk matrix');
    expect(tree('okx-pm', BTC, [6000], 'BTC').children[0]!.name).toBe('initial margin in USD');
  });

  it('names scenarios as the venue does, whatever else is in the universe: a limit can name one', () => {
    const names = (quotes: typeof BTC) =>
      requirementBy('derive-pm2', { quotes, asOf: AS_OF }).scenarios.map(({ scenario }) => scenario.name);
    expect(names([...BTC, ...ETH])).toEqual([...names(BTC), ...names(ETH)]);
  });
});
