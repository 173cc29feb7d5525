import { describe, expect, it } from 'vitest';
import { runInProcess } from './run-in-process.js';

const request = async (...argv: string[]) => {
  const { requests, stderr } = await runInProcess(['correlate', ...argv]);
  expect(stderr).toBe('');
  return requests[0] ?? {};
};

describe('a request of correlate', () => {
  it('has neither a file nor a book unless told', async () => {
    expect(await request('p.csv')).toMatchObject({
      prices: 'p.csv',
      matrix: null,
      hedges: null,
      repair: { method: null, weights: null, fix: [], target: null },
    });
  });

  it('has a file and how it is repaired', async () => {
    const got = await request(
      '--matrix',
      'c.csv',
      '--repair',
      'weighted',
      '--weights',
      'A=2',
      '--fix',
      'A/B',
      '--fix',
      'C/D',
    );
    expect(got).toMatchObject({
      prices: null,
      matrix: 'c.csv',
      repair: { method: 'weighted', weights: 'A=2', fix: ['A/B', 'C/D'], target: null },
    });
    expect(await request('--matrix', 'c.csv', '--target', 'equal')).toMatchObject({ repair: { target: 'equal' } });
  });

  it('has a book with its market, its model and the prices that hedges are tried on', async () => {
    const words = ['--hedges', 'p.csv', '--market', 'm.csv', '--correlations', 'c.csv', '--model', 'scan-correlated'];
    const got = await request(
      'prices.csv',
      ...words,
      '--effective',
      '80%',
      '--stress-days',
      '10',
      '--set',
      'model.a=1',
    );
    expect(got).toMatchObject({
      matrix: null,
      hedges: {
        stressDays: 10,
        threshold: 0.8,
        book: {
          positions: 'p.csv',
          market: 'm.csv',
          correlations: 'c.csv',
          prices: 'prices.csv',
          model: 'scan-correlated',
          parameterOverrides: { a: 1 },
          limits: null,
          account: null,
        },
      },
    });
  });
});
