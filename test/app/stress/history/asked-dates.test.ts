import { describe, expect, it } from 'vitest';
import { askedDates } from '../../../../src/app/stress/history/asked-dates.js';

const KNOWN = ['2020-03-05', '2020-03-06', '2020-03-09', '2020-03-10'];

describe('askedDates', () => {
  it.each([
    [['2020-03-09,2020-03-05'], ['2020-03-05', '2020-03-09']],
    [
      ['2020-03-09', ' 2020-03-09 , 2020-03-10,'],
      ['2020-03-09', '2020-03-10'],
    ],
    [['2020-03-06..2020-03-09'], ['2020-03-06', '2020-03-09']],
    [
      ['2020-03-07..2020-12-31', '2020-03-05'],
      ['2020-03-05', '2020-03-09', '2020-03-10'],
    ],
    [[], []],
  ])('%j', (texts, dates) => {
    expect(askedDates(texts, KNOWN)).toEqual({ dates, issues: [] });
  });

  it.each([
    ['2020-03-07', "the price history has no date '2020-03-07'", 'the nearest dates are 2020-03-06 and 2020-03-09'],
    ['2020-01-01', "the price history has no date '2020-01-01'", 'the nearest dates are 2020-03-05'],
    [
      '2020-03-07..2020-03-08',
      "the price history has no date of '2020-03-07..2020-03-08'",
      'the nearest dates are 2020-03-06 and 2020-03-09',
    ],
  ])('%s is not in the file', (text, message, hint) => {
    const { dates, issues } = askedDates([`${text},2020-03-09`], KNOWN);
    expect(dates).toEqual(['2020-03-09']);
    expect(issues).toMatchObject([{ code: 'STR_NO_DATE', severity: 'error', field: '--dates', message, hint }]);
  });

  it.each(['March', '2020-3-9', '2020-02-30', '2020-03-05..2020-03-06..2020-03-09', '2020-03-05..'])(
    '%s is no date',
    (text) => {
      expect(askedDates([text], KNOWN)).toMatchObject({ dates: [], issues: [{ code: 'CFG_BAD_VALUE', value: text }] });
    },
  );
});
