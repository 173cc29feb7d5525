import { describe, expect, it } from 'vitest';
import { readCorrelationBounds } from '../../../src/ingest/index.js';
import { places, readText } from '../read-text.js';

const boundsOf = (text: string) => readText(text, readCorrelationBounds);

describe('readCorrelationBounds', () => {
  it.each([
    ['csv', 'a,b,min,max\nBTC,ETH,-0.5,0.95\nBTC,BNB,1,1\n'],
    ['json', '[{"a":"BTC","b":"ETH","min":-0.5,"max":"0.95"},{"a":"BTC","b":"BNB","min":1,"max":1}]'],
  ])('reads %s rows in their order', async (_, text) => {
    const { value, issues, source } = await boundsOf(text);
    expect(issues).toEqual([]);
    expect(source.role).toBe('correlation-bounds');
    expect(value.map(({ a, b, min, max }) => [a, b, min, max])).toEqual([
      ['BTC', 'ETH', -0.5, 0.95],
      ['BTC', 'BNB', 1, 1],
    ]);
  });

  it.each([
    ['a pair twice, in the other order', 'A,B,0,1\nB,A,0,1', 'STR_BOUND_TWICE', '3:1'],
    ['an underlying with itself', 'A,A,0,1', 'STR_BOUND_SELF', '2:3'],
    ['ends the wrong way round', 'A,B,0.5,0.4', 'STR_BOUND_EMPTY', '2:5'],
    ['an end beyond 1', 'A,B,0.5,1.01', 'FIELD_OUT_OF_RANGE', '2:9'],
    ['an end that is no number', 'A,B,nan,1', 'FIELD_NOT_A_NUMBER', '2:5'],
    ['a blank name', ',B,0,1', 'FIELD_BLANK', '2:1'],
  ])('complains of %s, with the place', async (_, rows, code, place) => {
    expect(places(await boundsOf(`a,b,min,max\n${rows}\n`))).toEqual([`${code} ${place}`]);
  });
});
