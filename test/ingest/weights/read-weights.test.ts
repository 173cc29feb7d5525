import { describe, expect, it } from 'vitest';
import { readStatedCorrelations, readWeights } from '../../../src/ingest/index.js';
import { places, readText } from '../read-text.js';

const weightsOf = (text: string) => readText(text, readWeights);

describe('readWeights', () => {
  it.each([
    ['CSV', 'name,weight\nBTC,10\nETH,0.5\n'],
    ['other order and delimiter', 'Weight;Name\n10;BTC\n0.5;ETH\n'],
    ['JSON', '[{"name":"BTC","weight":10},{"name":"ETH","weight":0.5}]'],
  ])('%s', async (_, text) => {
    const { value, issues } = await weightsOf(text);
    expect(issues).toEqual([]);
    expect(value).toEqual([
      { name: 'BTC', weight: 10 },
      { name: 'ETH', weight: 0.5 },
    ]);
  });

  it('complains of a weight that is not above 0, a missing one, and a name given twice', async () => {
    const read = await weightsOf('name,weight\nBTC,0\nETH,\nSOL,1\nSOL,2\n,3\n');
    expect(read.value).toEqual([{ name: 'SOL', weight: 1 }]);
    expect(places(read)).toEqual([
      'FIELD_NOT_POSITIVE 2:5',
      'FIELD_BLANK 3:5',
      'COR_NAME_REPEATED 5:1',
      'FIELD_BLANK 6:1',
    ]);
  });
});

describe('readStatedCorrelations', () => {
  it('tells which pairs the file states: not those missing, refused or stated twice', async () => {
    const text = 'name,A,B,C,D\nA,1,0.5,0.2,1.5\nB,0.5,1,,0.1\nC,0.3,,1,0.4\nD,,,,1\n';
    const { value } = await readText(text, readStatedCorrelations);
    const { names } = value.matrix;
    const stated = names.flatMap((a, i) =>
      names.flatMap((b, j) => (i < j && value.isStated(i * names.length + j) ? [`${a}${b}`] : [])),
    );
    expect(stated).toEqual(['AB', 'BD', 'CD']);
    for (let i = 0; i < names.length; i++) expect(value.isStated(i * names.length + i)).toBe(true);
  });
});
