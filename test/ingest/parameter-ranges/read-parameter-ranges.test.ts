import { describe, expect, it } from 'vitest';
import { readParameterRanges } from '../../../src/ingest/index.js';
import { places, readText } from '../read-text.js';

const rangesOf = (text: string) => readText(text, readParameterRanges);

describe('readParameterRanges', () => {
  it.each([
    ['csv', 'parameter,min,max\nvolUp,40%,0.6\npriceRange.BTC,0.1,0.2\n'],
    ['json', '[{"parameter":"volUp","min":"40%","max":0.6},{"parameter":"priceRange.BTC","min":0.1,"max":0.2}]'],
  ])('reads %s rows in their order', async (_, text) => {
    const { value, issues, source } = await rangesOf(text);
    expect(issues).toEqual([]);
    expect(source.role).toBe('parameter-ranges');
    expect(value.map(({ parameter, min, max }) => [parameter, min, max])).toEqual([
      ['volUp', 0.4, 0.6],
      ['priceRange.BTC', 0.1, 0.2],
    ]);
  });

  it('keeps where each end stands', async () => {
    const { value } = await rangesOf('parameter,min,max\nvolUp,0.4,0.6\n');
    expect(value[0]!.origin).toEqual({
      parameter: { file: '-', line: 2, column: 1 },
      min: { file: '-', line: 2, column: 7 },
      max: { file: '-', line: 2, column: 11 },
    });
  });

  it('takes a range of one figure', async () => {
    expect((await rangesOf('parameter,min,max\nradii,3,3\n')).issues).toEqual([]);
  });

  it('tells of every row that is wrong, and where', async () => {
    const answer = await rangesOf(
      'parameter,min,max\nvolUp,0.6,0.4\nvolDown,,0.4\nminVol,x,1\n,0,1\nscanSigmas,3,4\nscanSigmas,3,5\n',
    );
    expect(answer.issues.map(({ line, column }) => `${line}:${column}`)).toEqual(['2:7', '3:9', '4:8', '5:1', '7:1']);
    expect(answer.issues.map(({ code }) => code)).toEqual([
      'PAR_EMPTY_RANGE',
      'FIELD_BLANK',
      'FIELD_NOT_A_NUMBER',
      'FIELD_BLANK',
      'PAR_TWICE',
    ]);
    expect(answer.issues[0]!.message).toBe('volUp: min 0.6 is above max 0.4');
    expect(answer.issues[4]!.message).toBe('scanSigmas has a range already, in line 6');
    expect(answer.value.map(({ parameter }) => parameter)).toEqual(['scanSigmas']);
  });

  it('refuses a file without rows, and one without a column', async () => {
    expect(places(await rangesOf('\n'))).toEqual(['FILE_NO_ROWS']);
    expect((await rangesOf('parameter,min\nvolUp,0\n')).issues.map(({ code }) => code)).toEqual(['COLUMN_MISSING']);
  });
});
