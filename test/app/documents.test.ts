import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { describeModels } from '../../src/app/describe-models.js';
import type { Outcome } from '../../src/app/outcome.js';
import { runAttribute } from '../../src/app/run-attribute.js';
import { runCompare } from '../../src/app/run-compare.js';
import { runFrontier } from '../../src/app/run-frontier.js';
import { runMargin } from '../../src/app/run-margin.js';
import { runOptimize } from '../../src/app/run-optimize.js';
import { runStress } from '../../src/app/run-stress.js';
import { runWhatIf } from '../../src/app/run-whatif.js';
import type { Io } from '../../src/domain/index.js';
import { jsonSchema, type SchemaName } from '../../src/schema/index.js';
import { aCompareRequest, aMarginRequest, anIo, anOptimizeRequest, aWhatIfRequest } from './a-world.js';
import { aStressRequest } from './stress/a-stress-request.js';

const ajv = new Ajv2020({ strict: true, allErrors: true });
const validators = new Map<SchemaName, ReturnType<typeof ajv.compile>>();

function errorsOf(name: SchemaName, document: unknown): string[] {
  const validate = validators.get(name) ?? ajv.compile(jsonSchema(name));
  validators.set(name, validate);
  return validate(document) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

const [BTC, ES, ETH] = ['fixtures/btc-short-strangle', 'fixtures/es-and-etfs', 'fixtures/btc-eth-pair'] as const;
const options = { 'time-limit': 30, lots: true };
const MOST_STRESS = {
  what: ['scenarios,history,time'],
  scenariosFile: `${ES}/scenarios.csv`,
  prices: `${ES}/prices-2020.csv`,
  until: Date.UTC(2020, 0, 10),
  worst: 2,
  byInstrument: true,
};
const few = { candidates: 'BTC-31JUL26-*', optionsInEffect: options };

/** A world that is interrupted once the book is valued: the third look at the clock. */
function interruptedAtSearch(io: Io): Io {
  const interruption = new AbortController();
  let looks = 0;
  const elapsed = (): number => {
    looks += 1;
    if (looks === 3) interruption.abort();
    return io.elapsed();
  };
  return { ...io, elapsed, signal: interruption.signal };
}

type Run = (io: Io) => Promise<Outcome<unknown>>;
const RUNS: readonly (readonly [string, SchemaName, Run])[] = [
  ['margin, BTC', 'margin', (io) => runMargin(aMarginRequest(BTC, { optionsInEffect: options }), io)],
  ['margin, ES', 'margin', (io) => runMargin(aMarginRequest(ES), io)],
  ['margin, pair', 'margin', (io) => runMargin(aMarginRequest(ETH, { prices: null }), io)],
  [
    'margin, nothing held',
    'margin',
    (io) => runMargin(aMarginRequest('fixtures/issues/run-empty-book', { market: `${BTC}/market.csv` }), io),
  ],
  [
    'margin, refused',
    'margin',
    (io) => runMargin(aMarginRequest('fixtures/issues/run-expired', { market: `${BTC}/market.csv` }), io),
  ],
  ['optimize, BTC', 'optimize', (io) => runOptimize(anOptimizeRequest(BTC), io)],
  ['optimize, pair', 'optimize', (io) => runOptimize(anOptimizeRequest(ETH, { capitalCost: 0.1 }), io)],
  [
    'optimize, whole lots',
    'optimize',
    (io) => runOptimize(anOptimizeRequest(BTC, { ...few, lots: true, maxTrades: 2, relativeGap: 0.01 }), io),
  ],
  [
    'optimize, infeasible',
    'optimize',
    (io) => runOptimize(anOptimizeRequest(BTC, { ...few, limitTexts: ['vega BTC ..-99999'] }), io),
  ],
  ['optimize, stopped', 'optimize', (io) => runOptimize(anOptimizeRequest(BTC, few), interruptedAtSearch(io))],
  ['optimize, no horizon', 'optimize', (io) => runOptimize(anOptimizeRequest(BTC, { ...few, horizonDays: 0 }), io)],
  [
    'optimize, over a horizon',
    'optimize',
    (io) => runOptimize(anOptimizeRequest(BTC, { ...few, horizonDays: 30, horizonRule: 'average' }), io),
  ],
  ['optimize, refused', 'optimize', (io) => runOptimize(anOptimizeRequest(BTC, { model: 'sigma' }), io)],
  [
    'frontier',
    'frontier',
    (io) => runFrontier({ ...anOptimizeRequest(BTC, few), along: 'cost', scope: 'total', points: 3 }, io),
  ],
  ['attribute', 'attribute', (io) => runAttribute({ ...aMarginRequest(BTC), by: 'tag', top: 2 }, io)],
  ['whatif', 'whatif', (io) => runWhatIf(aWhatIfRequest(BTC), io)],
  [
    'whatif, over a horizon',
    'whatif',
    (io) => runWhatIf(aWhatIfRequest(BTC, { horizonDays: 30, horizonRule: 'max' }), io),
  ],
  ['whatif, refused', 'whatif', (io) => runWhatIf(aWhatIfRequest(BTC, { trades: `${BTC}/nothing.csv` }), io)],
  ['compare', 'compare', (io) => runCompare(aCompareRequest(BTC), io)],
  ['compare, some cannot', 'compare', (io) => runCompare(aCompareRequest(ES), io)],
  ['compare, refused', 'compare', (io) => runCompare(aCompareRequest(ES, { models: ['okx-pm'] }), io)],
  ['stress', 'stress', (io) => runStress(aStressRequest(ES, MOST_STRESS), io)],
  ['stress, refused', 'stress', (io) => runStress(aStressRequest(ETH, { what: ['scenarios'] }), io)],
  ['models', 'models', (io) => describeModels(null, io)],
  ['one model', 'models', (io) => describeModels('scan', io)],
  ['no such model', 'models', (io) => describeModels('scam', io)],
];

/** Every number of a document, with its path. */
function numbersOf(value: unknown, path = ''): [string, number][] {
  if (typeof value === 'number') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => numbersOf(part, `${path}/${key}`));
}

describe.each(RUNS)('%s', (_, name, run) => {
  it('is a document of its schema, whose every number is finite', async () => {
    const document = await run(anIo());
    expect(document.schema).toBe(`margo/${name}@1`);
    expect(errorsOf(name, JSON.parse(JSON.stringify(document)))).toEqual([]);
    expect(numbersOf(document).filter(([, value]) => !Number.isFinite(value))).toEqual([]);
    expect(document.result === null).toBe(document.status === 'error');
    expect(Object.keys(document)).toEqual(['schema', 'status', 'manifest', 'result', 'issues']);
  });

  it('is the same at another time, but for when and how long', async () => {
    let ticks = 0;
    const later = anIo({ now: () => Date.UTC(2027, 0, 5, 17), elapsed: () => (ticks += 7) });
    const [first, second] = [await run(anIo()), await run(later)];
    expect(second.manifest.startedAt).toBe('2027-01-05T17:00:00.000Z');
    expect(first.manifest.startedAt).toBe('2026-11-22T12:00:00.000Z');
    const { startedAt, timings } = first.manifest;
    expect(JSON.stringify({ ...second, manifest: { ...second.manifest, startedAt, timings } })).toBe(
      JSON.stringify(first),
    );
  });
});
