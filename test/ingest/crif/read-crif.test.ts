import { describe, expect, it } from 'vitest';
import type { Crif } from '../../../src/domain/index.js';
import { type CrifOptions, readCrif } from '../../../src/ingest/index.js';
import { places, readText } from '../read-text.js';

const HEADER =
  'TradeID,PortfolioID,ProductClass,RiskType,Qualifier,Bucket,Label1,Label2,Amount,AmountCurrency,AmountUSD,IMModel';

const read = (text: string, options: CrifOptions = {}) => readText(text, (path, io) => readCrif(path, io, options));

/** Rows of the columns above. */
const rows = (...lines: readonly string[]) => read([HEADER, ...lines].join('\n'));

const usd = (line: string) => `T,P,${line},1,USD,1,SIMM`;

/** What a file says, row by row. */
const told = ({ factors, factorOf, amountsUsd }: Crif) =>
  [...amountsUsd].map((amount, row) => [...Object.values(factors[factorOf[row]!]!), amount]);

describe('sensitivities', () => {
  // The fields of each risk type: ISDA, common risk interchange format.
  it.each([
    ['RatesFX,Risk_IRCurve,USD,1,2w,OIS', ['RatesFX', 'Risk_IRCurve', 'USD', '', '2w', 'OIS', 1]],
    ['RatesFX,Risk_Inflation,EUR,,,', ['RatesFX', 'Risk_Inflation', 'EUR', '', '', '', 1]],
    ['RatesFX,Risk_XCcyBasis,EUR,,,', ['RatesFX', 'Risk_XCcyBasis', 'EUR', '', '', '', 1]],
    ['RatesFX,Risk_IRVol,EUR,,10y,', ['RatesFX', 'Risk_IRVol', 'EUR', '', '10y', '', 1]],
    ['RatesFX,Risk_InflationVol,EUR,,10y,', ['RatesFX', 'Risk_InflationVol', 'EUR', '', '10y', '', 1]],
    ['Credit,Risk_CreditQ,ISIN:A,12,5y,USD', ['Credit', 'Risk_CreditQ', 'ISIN:A', '12', '5y', 'USD', 1]],
    ['Credit,Risk_CreditVol,ISIN:A,Residual,1y,', ['Credit', 'Risk_CreditVol', 'ISIN:A', 'Residual', '1y', '', 1]],
    ['Credit,Risk_BaseCorr,CDX IG,,,', ['Credit', 'Risk_BaseCorr', 'CDX IG', '', '', '', 1]],
    ['Credit,Risk_CreditNonQ,ISIN:B,2,3y,CMBX', ['Credit', 'Risk_CreditNonQ', 'ISIN:B', '2', '3y', 'CMBX', 1]],
    ['Credit,Risk_CreditVolNonQ,ISIN:B,1,2y,ABX', ['Credit', 'Risk_CreditVolNonQ', 'ISIN:B', '1', '2y', 'ABX', 1]],
    ['Equity,Risk_Equity,SPX,11,,', ['Equity', 'Risk_Equity', 'SPX', '11', '', '', 1]],
    ['Equity,Risk_EquityVol,VIX,12,6m,', ['Equity', 'Risk_EquityVol', 'VIX', '12', '6m', '', 1]],
    ['Commodity,Risk_Commodity,Gold,12,,', ['Commodity', 'Risk_Commodity', 'Gold', '12', '', '', 1]],
    ['Commodity,Risk_CommodityVol,Gold,17,15y,', ['Commodity', 'Risk_CommodityVol', 'Gold', '17', '15y', '', 1]],
    ['RatesFX,Risk_FX,BRL,,,', ['RatesFX', 'Risk_FX', 'BRL', '', '', '', 1]],
    ['RatesFX,Risk_FXVol,USDBRL,,1m,', ['RatesFX', 'Risk_FXVol', 'USDBRL', '', '1m', '', 1]],
  ])('are read: %s', async (line, expected) => {
    const { value, issues } = await rows(usd(line));
    expect(issues).toEqual([]);
    expect(told(value)).toEqual([expected]);
  });

  it('are written as the standard writes them, whatever the case', async () => {
    const { value, issues } = await rows(
      'T,P,ratesfx,risk_ircurve,USD,,10Y,libor3M,5,USD,5,simm',
      usd('Equity,RISK_EQUITY,A,residual,,'),
    );
    expect(issues).toEqual([]);
    expect(told(value)).toEqual([
      ['RatesFX', 'Risk_IRCurve', 'USD', '', '10y', 'Libor3m', 5],
      ['Equity', 'Risk_Equity', 'A', 'Residual', '', '', 1],
    ]);
  });

  it.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
  ])('are read with %s, in any order of columns', async (_name, delimiter) => {
    const lines = [
      ['amount_usd', 'Risk Type', 'QUALIFIER', 'bucket', 'productClass'],
      ['-2.5', 'Risk_Equity', 'A', '3', 'Equity'],
    ];
    const { value, issues } = await read(lines.map((line) => line.join(delimiter)).join('\n'));
    expect(issues).toEqual([]);
    expect(told(value)).toEqual([['Equity', 'Risk_Equity', 'A', '3', '', '', -2.5]]);
  });

  it('share a factor where their texts are the same, and keep their trade', async () => {
    const { value } = await rows(
      'T1,P,Equity,Risk_Equity,A,1,,,1,USD,1,',
      'T2,P,Equity,Risk_Equity,A,1,,,2,USD,2,',
      'T1,P,Equity,Risk_Equity,B,1,,,4,USD,4,',
    );
    expect(value.factors.map(({ qualifier }) => qualifier)).toEqual(['A', 'B']);
    expect([...value.factorOf]).toEqual([0, 0, 1]);
    expect([...value.sourceOf].map((source) => value.sources[source]?.trade)).toEqual(['T1', 'T2', 'T1']);
    expect(value.sources).toHaveLength(2);
  });

  it('keep the regimes for which they are collected and posted', async () => {
    const head = 'RiskType,ProductClass,Qualifier,Bucket,AmountUSD,collect_regulations,post_regulations';
    const { value } = await read(`${head}\nRisk_Equity,Equity,A,1,1,"ESA,USPR",SEC;CFTC\nRisk_Equity,Equity,A,1,1,,\n`);
    expect(value.sources.map(({ collect, post }) => [collect, post])).toEqual([
      [
        ['ESA', 'USPR'],
        ['SEC', 'CFTC'],
      ],
      [[], []],
    ]);
  });
});

describe('amounts', () => {
  const line = (amount: string, currency: string, inUsd: string) =>
    `T,P,Equity,Risk_Equity,A,1,,,${amount},${currency},${inUsd},`;
  const amounts = async (one: string, options: CrifOptions = {}) => [
    ...(await read(`${HEADER}\n${one}\n`, options)).value.amountsUsd,
  ];

  it('are those in USD, else those of a currency with a rate', async () => {
    expect(await amounts(line('80', 'EUR', '100'))).toEqual([100]);
    expect(await amounts(line('80', 'USD', ''))).toEqual([80]);
    expect(await amounts(line('80', 'EUR', ''), { usdPer: new Map([['EUR', 1.25]]) })).toEqual([100]);
  });

  it.each([
    ['a currency without a rate', line('80', 'EUR', ''), 'CRIF_NO_USD', 33],
    ['no currency', line('80', '', ''), 'FIELD_BLANK', 33],
    ['no amount at all', line('', 'USD', ''), 'FIELD_BLANK', 30],
    ['a text', line('', '', 'much'), 'FIELD_NOT_A_NUMBER', 32],
    ['beyond what can be reckoned with', line('', '', '1e16'), 'FIELD_OUT_OF_RANGE', 32],
  ])('are refused: %s', async (_what, one, code, column) => {
    const ingested = await read(`${HEADER}\n${one}\n`);
    expect(ingested.value.amountsUsd).toHaveLength(0);
    expect(places(ingested)).toEqual([`${code} 2:${column}`]);
  });
});

describe('complaints', () => {
  it.each([
    ['Equity,Risk_Equity,A,13,,', 'CRIF_TERM', 'Bucket'],
    ['Equity,Risk_Equity,A,,,', 'CRIF_TERM', 'Bucket'],
    ['Equity,Risk_Equity,,1,,', 'CRIF_TERM', 'Qualifier'],
    ['Commodity,Risk_Commodity,A,Residual,,', 'CRIF_TERM', 'Bucket'],
    ['Credit,Risk_CreditNonQ,A,3,1y,X', 'CRIF_TERM', 'Bucket'],
    ['Credit,Risk_CreditQ,A,3,15y,X', 'CRIF_TERM', 'Label1'],
    ['RatesFX,Risk_IRCurve,USD,1,7y,OIS', 'CRIF_TERM', 'Label1'],
    ['RatesFX,Risk_IRCurve,USD,1,5y,', 'CRIF_TERM', 'Label2'],
    ['RatesFX,Risk_IRCurve,USDX,1,5y,OIS', 'CRIF_TERM', 'Qualifier'],
    ['RatesFX,Risk_FX,EURUSD,,,', 'CRIF_TERM', 'Qualifier'],
    ['RatesFX,Risk_FXVol,USD,,1y,', 'CRIF_TERM', 'Qualifier'],
    ['RatesFX,Risk_FXVol,USDUSD,,1y,', 'CRIF_TERM', 'Qualifier'],
    [',Risk_Equity,A,1,,', 'FIELD_BLANK', 'ProductClass'],
    ['Rates,Risk_Equity,A,1,,', 'FIELD_NOT_ONE_OF', 'ProductClass'],
    ['Equity,Risk_Equities,A,1,,', 'FIELD_NOT_ONE_OF', 'RiskType'],
    ['Equity,,A,1,,', 'FIELD_BLANK', 'RiskType'],
  ])('name the field: %s', async (line, code, field) => {
    const { value, issues } = await rows(usd(line));
    expect(issues.map((issue) => [issue.code, issue.field, issue.line, issue.severity])).toEqual([
      [code, field, 2, 'error'],
    ]);
    expect(value.factorOf).toHaveLength(0);
  });

  it('are made of every bad row, also of one that was bad before, and the good ones are kept', async () => {
    const bad = usd('Equity,Risk_Equity,A,99,,');
    const good = usd('Equity,Risk_Equity,A,9,,');
    const { value, issues } = await rows(bad, good, bad, good, bad);
    expect(issues.map(({ code, line }) => [code, line])).toEqual([
      ['CRIF_TERM', 2],
      ['CRIF_TERM', 4],
      ['CRIF_TERM', 6],
    ]);
    expect(value.amountsUsd).toHaveLength(2);
  });

  it('say what is accepted', async () => {
    const { issues } = await rows(usd('Equity,Risk_Equity,A,13,,'));
    expect(issues[0]?.message).toBe("Bucket '13' is not accepted for Risk_Equity; expected 1 to 12 or Residual");
  });

  it('name every field of a row', async () => {
    const { issues } = await rows(usd('Equity,Risk_IRCurve,usd,1,7y,LIBOR'));
    expect(issues.map(({ field }) => field)).toEqual(['Qualifier', 'Label1', 'Label2']);
  });

  it('come for an unknown model and an unknown column', async () => {
    const { issues } = await read(`${HEADER},Desk\nT,P,Equity,Risk_Equity,A,1,,,1,USD,1,FRTB,x\n`);
    expect(issues.map(({ code, field }) => [code, field])).toEqual([
      ['COLUMN_UNKNOWN', 'Desk'],
      ['FIELD_NOT_ONE_OF', 'IMModel'],
    ]);
  });

  it('come for a file without risk types, and for one without rows', async () => {
    expect((await read('Amount\n1\n')).issues.map(({ code }) => code)).toContain('COLUMN_MISSING');
    expect((await read(`${HEADER}\n`)).issues.map(({ code }) => code)).toEqual(['FILE_NO_ROWS']);
  });
});

describe('add-ons', () => {
  const MULTIPLIER = 'T,P,,Param_ProductClassMultiplier,RatesFX,,,,1.5,,,SIMM';
  const FACTOR = 'T,P,,Param_AddOnNotionalFactor,Alpha,,,,12.5,,,';
  const NOTIONAL = 'T,P,,Notional,Alpha,,,,80,USD,80,';
  const FIXED = 'T,P,,Param_AddOnFixedAmount,,,,,10,USD,10,';

  it('are read', async () => {
    const { value, issues } = await rows(MULTIPLIER, FACTOR, NOTIONAL, FIXED);
    expect(issues).toEqual([]);
    expect(value.addOns).toEqual([
      { kind: 'multiplier', name: 'RatesFX', amount: 1.5, source: 0 },
      { kind: 'factor', name: 'Alpha', amount: 12.5, source: 0 },
      { kind: 'notional', name: 'Alpha', amount: 80, source: 0 },
      { kind: 'fixed', name: '', amount: 10, source: 0 },
    ]);
  });

  it('are said once: the same again is nothing new, another figure is refused', async () => {
    expect((await rows(MULTIPLIER, MULTIPLIER)).value.addOns).toHaveLength(1);
    const { issues } = await rows(MULTIPLIER, MULTIPLIER.replace('1.5', '1.6'), FACTOR, FACTOR.replace('12.5', '13'));
    expect(issues.map(({ code, line, message }) => [code, line, message])).toEqual([
      ['CRIF_TWO_VALUES', 3, "the multiplier of RatesFX is '1.6' here and otherwise above"],
      ['CRIF_TWO_VALUES', 5, "the add-on factor of Alpha is '13' here and otherwise above"],
    ]);
  });

  it('may differ from one netting set to another', async () => {
    const { value, issues } = await rows(MULTIPLIER, MULTIPLIER.replace('T,P', 'T,Q').replace('1.5', '1.6'));
    expect(issues).toEqual([]);
    expect(value.addOns.map(({ amount }) => amount)).toEqual([1.5, 1.6]);
  });

  it('warn of a notional that nothing charges, once', async () => {
    const { value, issues } = await rows(NOTIONAL, NOTIONAL);
    expect(value.addOns).toHaveLength(2);
    expect(issues.map(({ code, severity, line, value: name }) => [code, severity, line, name])).toEqual([
      ['CRIF_NOTIONAL_UNUSED', 'warning', 2, 'Alpha'],
    ]);
  });

  it.each([
    ['a multiplier below 1', MULTIPLIER.replace('1.5', '0.9'), 'FIELD_OUT_OF_RANGE', 'Amount'],
    ['a multiplier of no product class', MULTIPLIER.replace('RatesFX', 'Rates'), 'FIELD_NOT_ONE_OF', 'Qualifier'],
    ['a multiplier of nothing', MULTIPLIER.replace('RatesFX', ''), 'FIELD_BLANK', 'Qualifier'],
    ['a factor below 0', FACTOR.replace('12.5', '-1'), 'FIELD_NEGATIVE', 'Amount'],
    ['a notional without a name', NOTIONAL.replace('Alpha', ''), 'FIELD_BLANK', 'Qualifier'],
  ])('are refused: %s', async (_what, line, code, field) => {
    const { value, issues } = await rows(line);
    expect(issues.map((issue) => [issue.code, issue.field])).toEqual([[code, field]]);
    expect(value.addOns).toEqual([]);
  });
});

describe('rows of the schedule', () => {
  const head = `${HEADER},EndDate`;
  const schedule = (...lines: readonly string[]) => read([head, ...lines].join('\n'));

  it('are read', async () => {
    const { value, issues } = await schedule(
      'T,P,Rates,PV,,,,,5,USD,5,Schedule,2030-06-30',
      'T,P,Rates,Notional,,,,,100,USD,100,Schedule,2030-06-30',
    );
    expect(issues).toEqual([]);
    const shared = { productClass: 'Rates', endMs: Date.UTC(2030, 5, 30), source: 0 };
    expect(value.schedule).toEqual([
      { ...shared, kind: 'value', amountUsd: 5 },
      { ...shared, kind: 'notional', amountUsd: 100 },
    ]);
    expect(value.addOns).toEqual([]);
  });

  it('are told from add-ons by their end where no model is stated; a date may be compact', async () => {
    const { value, issues } = await schedule(
      'T,P,FX,Notional,,,,,100,USD,100,,20300630',
      'T,P,,Notional,Alpha,,,,100,USD,100,,2030-06-30',
      'T,P,,Notional,Alpha,,,,100,USD,100,SIMM,',
      'T,P,,Param_AddOnNotionalFactor,Alpha,,,,1,,,,',
    );
    expect(issues).toEqual([]);
    expect(value.schedule.map(({ productClass, endMs }) => [productClass, endMs])).toEqual([
      ['FX', Date.UTC(2030, 5, 30)],
    ]);
    expect(value.addOns.map(({ kind }) => kind)).toEqual(['notional', 'notional', 'factor']);
  });

  it.each([
    ['no end', 'T,P,Rates,PV,,,,,5,USD,5,Schedule,', 'FIELD_BLANK', 'EndDate'],
    ['no date', 'T,P,Rates,PV,,,,,5,USD,5,Schedule,soon', 'FIELD_NOT_A_TIME', 'EndDate'],
    ['a class of SIMM', 'T,P,RatesFX,PV,,,,,5,USD,5,Schedule,2030-06-30', 'FIELD_NOT_ONE_OF', 'ProductClass'],
    ['no class', 'T,P,,PV,,,,,5,USD,5,Schedule,2030-06-30', 'FIELD_BLANK', 'ProductClass'],
  ])('are refused: %s', async (_what, line, code, field) => {
    const { value, issues } = await schedule(line);
    expect(issues.map((issue) => [issue.code, issue.field])).toEqual([[code, field]]);
    expect(value.schedule).toEqual([]);
  });
});
