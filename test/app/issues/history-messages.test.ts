import { describe, expect, it } from 'vitest';
import { complained } from './run-complaints.js';

describe('complaints about a price history', () => {
  it.each(['hist-es', 'hist-var'])('%s: an underlying without any refuses the run', async (model) => {
    expect(await complained('run-no-price-history', 'margin', { model })).toEqual({
      status: 'error',
      refused: true,
      complaints: [
        [
          'RUN_NO_PRICE_HISTORY',
          'positions.csv 3:1',
          null,
          null,
          'there is no price history of IWM, which the model moves the book by',
          'give --prices FILE with a column IWM, or take another --model',
        ],
      ],
    });
  });

  it('without a price file every underlying is named', async () => {
    const { complaints } = await complained('run-no-price-history', 'margin', { model: 'hist-es', prices: null });
    expect(complaints.map(([code, place]) => [code, place])).toEqual([
      ['RUN_NO_PRICE_HISTORY', 'positions.csv 3:1'],
      ['RUN_NO_PRICE_HISTORY', 'positions.csv 2:1'],
    ]);
  });

  it('dates without a price of an underlying held are left out and counted, those before the first aside', async () => {
    const { status, complaints } = await complained('run-price-gaps', 'margin', { model: 'hist-es' });
    expect(status).toBe('ok');
    expect(complaints).toEqual([
      [
        'RUN_PRICE_GAPS',
        null,
        null,
        null,
        "3 of 29 dates from 2024-01-02 on have no price of IWM, SPY and are left out; the move over such a gap counts as one day's",
        'fill the gaps of the price file, or set model.lookback so that they are no longer reached',
      ],
    ]);
  });

  it('gaps before the dates that count are not told', async () => {
    const { complaints } = await complained('run-price-gaps', 'margin', {
      model: 'hist-es',
      parameterOverrides: { lookback: 20 },
      prices: 'fixtures/es-and-etfs/prices.csv',
      asOf: Date.UTC(2020, 0, 6),
    });
    expect(complaints).toEqual([]);
  });

  it('too short a history is a problem of the model: RUN_MODEL_PROBLEM', async () => {
    const { complaints, refused } = await complained('run-price-gaps', 'margin', {
      model: 'hist-var',
      parameterOverrides: { horizonDays: 10 },
    });
    expect(refused).toBe(true);
    expect(complaints.map(([code, , , , message]) => [code, message]).at(-1)).toEqual([
      'RUN_MODEL_PROBLEM',
      'hist-var cannot work with the price history: 16 joint moves from 26 dates on which every underlying held has a price; 20 are needed',
    ]);
  });
});
