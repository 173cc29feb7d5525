import { beforeAll, describe, expect, it } from 'vitest';
import { type Inputs, loadInputs } from '../../src/app/load-inputs.js';
import { prepareRun } from '../../src/app/prepare-run.js';
import type { MarginRequest } from '../../src/app/request.js';
import type { Instrument } from '../../src/domain/index.js';
import { aPreparedRun } from './a-prepared-run.js';
import { aMarginRequest, anIo } from './a-world.js';
import { asComplaint } from './issues/run-complaints.js';

const BTC = 'fixtures/btc-short-strangle';
let inputs: Inputs;

beforeAll(async () => {
  inputs = (await loadInputs(aMarginRequest(BTC), anIo())).inputs;
});

const prepared = (changes: Partial<MarginRequest>, own: Partial<Inputs> = {}, further: readonly Instrument[] = []) =>
  prepareRun(aMarginRequest(BTC, changes), { ...inputs, ...own }, anIo(), further);

describe('prepareRun', () => {
  it('puts positions first, in their order, then further instruments', async () => {
    const run = await aPreparedRun(BTC, {}, ['BTC-31JUL26-56000-P', 'BTC-17JUL26-56000-P', 'BTC-31JUL26-56000-P']);
    expect(run.lines.slice(0, 16).map(({ instrument }) => instrument.name)).toEqual(
      run.positions.map(({ instrument }) => instrument.name),
    );
    expect(run.lines).toHaveLength(17);
    expect(run.lines[16]!.instrument.name).toBe('BTC-31JUL26-56000-P');
    expect([...run.quantities]).toEqual([...run.positions.map(({ quantity }) => quantity), 0]);
    expect(run.greeks).toHaveLength(17);
  });

  it('does not let further instruments change the margin of the book', async () => {
    const [alone, among] = [await aPreparedRun(BTC), await aPreparedRun(BTC, {}, [...inputs.market.quotes.keys()])];
    expect(among.lines.length).toBeGreaterThan(300);
    expect(among.inputs.dailyVolatilities).toEqual(alone.inputs.dailyVolatilities);
    expect(among.requirement.scenarios.map(({ scenario }) => scenario.name)).toEqual(
      alone.requirement.scenarios.map(({ scenario }) => scenario.name),
    );
  });

  it('leaves out indices, and says of the others why they cannot take part', () => {
    const names = ['BTC', 'BTC-26JUN26-60000-C', 'SOL-PERPETUAL', 'SPY'];
    const [index, option] = [inputs.market.quotes.get('BTC')!.instrument, inputs.book.positions[0]!.instrument];
    const spot = { ...index, type: 'spot', name: 'SPY', underlying: 'SPY' } as const;
    const further = [
      index,
      { ...option, name: names[1]!, expiry: Date.UTC(2026, 5, 26, 8) },
      { ...index, type: 'perpetual', name: names[2]!, underlying: 'SOL' } as const,
      spot,
    ];
    const quotes = new Map(inputs.market.quotes);
    quotes.set('SPY', { ...inputs.market.quotes.get('BTC')!, instrument: spot, mark: 600, iv: null });
    const { run } = prepared({}, { market: { ...inputs.market, quotes } }, further);
    expect(run!.unvalued.map(({ instrument, reason, failure }) => [instrument, reason, failure?.reason])).toEqual([
      ['BTC-26JUN26-60000-C', 'has expired', 'expired'],
      ['SOL-PERPETUAL', 'no level for SOL', 'noLevel'],
      ['SPY', 'no scan range for SPY', undefined],
    ]);
  });

  it('RUN_TERMS_DIFFER: a position handed in that the market describes otherwise', () => {
    const [first, ...rest] = inputs.book.positions;
    const position = { ...first!, instrument: { ...first!.instrument, strike: 57_000 } };
    const { run, issues } = prepared({}, { book: { positions: [position, ...rest] } });
    expect(run).toBeNull();
    expect(issues.map(asComplaint)).toEqual([
      [
        'RUN_TERMS_DIFFER',
        'positions.csv 2:1',
        'strike',
        null,
        'BTC-17JUL26-56000-P has another strike in the market file',
        'make the two files describe the same contract',
      ],
    ]);
  });

  it('values a future that has no row by the forward of its expiry', () => {
    const quotes = new Map(inputs.market.quotes);
    quotes.delete('BTC-PERPETUAL');
    const { run, issues } = prepared({}, { market: { ...inputs.market, quotes } });
    expect(issues).toEqual([]);
    const perpetual = run!.lines.find(({ instrument }) => instrument.name === 'BTC-PERPETUAL')!;
    expect([perpetual.quote, perpetual.forward]).toEqual([null, 60_245.61]);
  });

  it('tells every dollar coin that was taken at par, once', () => {
    const [first] = inputs.book.positions;
    const linear = { ...first!.instrument, settlement: 'linear', currency: 'USDC' } as const;
    const further = ['A', 'B'].map((name) => ({ ...linear, type: 'perpetual', name, expiry: null }) as const);
    const { issues } = prepared({ currency: 'USDT' }, {}, further);
    expect(issues.map(({ code, message }) => [code, message.split(' ')[0]])).toEqual([
      ['RUN_PAR_ASSUMED', 'USDT'],
      ['RUN_PAR_ASSUMED', 'USDC'],
    ]);
  });
});
