import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMON_DEFAULTS } from '../../src/app/request-defaults.js';
import { runOptimize } from '../../src/app/run-optimize.js';
import { runVerify } from '../../src/app/run-verify.js';
import { sealed } from '../../src/app/seals.js';
import type { RecordedRequest } from '../../src/app/verify/recorded-run.js';
import { RUN_AGAIN } from '../../src/app/verify/run-again.js';
import type { Envelope } from '../../src/schema/index.js';
import { aCompareRequest, aMarginRequest, anIo, anOptimizeRequest, aWhatIfRequest, resultOf } from './a-world.js';
import { anAllocateRequest } from './allocate/a-two-venue-world.js';
import { changedAt, leavesOf, placeOf } from './changed-leaf.js';
import { rememberedRuns } from './remembered-runs.js';
import { aStressRequest } from './stress/a-stress-request.js';

const BTC = 'fixtures/btc-short-strangle';
const few = { candidates: 'BTC-31JUL26-*' };
const folder = mkdtempSync(join(tmpdir(), 'margo-verify-'));
writeFileSync(join(folder, 'ranges.csv'), 'parameter,min,max\nshortOptionRate,0.004,0.006\n');
afterAll(() => rmSync(folder, { recursive: true }));

/** Of a run whose file names all others. */
const NO_FILES = { ...COMMON_DEFAULTS, currency: 'USD' };

const REQUESTS: Readonly<Record<string, RecordedRequest>> = {
  margin: { command: 'margin', request: aMarginRequest(BTC) },
  whatif: { command: 'whatif', request: aWhatIfRequest(BTC) },
  'optimize, linear': { command: 'optimize', request: anOptimizeRequest(BTC, few) },
  'optimize, weighted': {
    command: 'optimize',
    request: anOptimizeRequest('fixtures/btc-eth-pair', { capitalCost: 0.1 }),
  },
  'optimize, lots': {
    command: 'optimize',
    request: anOptimizeRequest(BTC, { ...few, lots: true, maxTrades: 2, relativeGap: 0.05 }),
  },
  'optimize, soft limits': {
    command: 'optimize',
    request: anOptimizeRequest(BTC, {
      ...few,
      limits: null,
      limitTexts: ['vega BTC 90%..110%', 'cost total ..3000', 'margin total ..300000 priority 1'],
    }),
  },
  'optimize, explained': {
    command: 'optimize',
    request: anOptimizeRequest(BTC, { ...few, maxTrades: null, explain: true }),
  },
  'optimize, second aim': {
    command: 'optimize',
    request: anOptimizeRequest(BTC, { ...few, secondAim: { aim: 'turnover', within: 0.01 } }),
  },
  'optimize, second aim in lots': {
    command: 'optimize',
    request: anOptimizeRequest(BTC, {
      ...few,
      lots: true,
      maxTrades: 2,
      relativeGap: 0.05,
      secondAim: { aim: 'trades', within: 0.4 },
    }),
  },
  'optimize, robust': {
    command: 'optimize',
    request: anOptimizeRequest(BTC, { ...few, robust: `${BTC}/robust.json` }),
  },
  'optimize, robust, weighted, over a horizon': {
    command: 'optimize',
    request: anOptimizeRequest(BTC, {
      ...few,
      robust: 'derive-srm,pm1',
      capitalCost: 0.2,
      horizonDays: 30,
      horizonRule: 'average',
      secondAim: { aim: 'cost', within: 0.001 },
    }),
  },
  'optimize, robust parameters': {
    command: 'optimize',
    request: anOptimizeRequest(BTC, { ...few, robust: `parameters:${join(folder, 'ranges.csv')}` }),
  },
  frontier: {
    command: 'frontier',
    request: {
      ...anOptimizeRequest(BTC, { ...few, limits: null }),
      along: 'cost',
      scope: 'total',
      points: 3,
    },
  },
  attribute: { command: 'attribute', request: { ...aMarginRequest(BTC), by: 'position', top: null } },
  compare: { command: 'compare', request: aCompareRequest(BTC, { models: ['scan', 'deribit-pme', 'pm1'] }) },
  reconcile: {
    command: 'reconcile',
    request: {
      ...NO_FILES,
      cases: 'fixtures/reconcile/cases.json',
      tolerance: { amount: 1e-8, relative: true },
    },
  },
  stress: {
    command: 'stress',
    request: aStressRequest(BTC, {
      what: ['parameters', 'time'],
      until: Date.UTC(2026, 6, 2),
      parameterRanges: join(folder, 'ranges.csv'),
    }),
  },
  collateral: {
    command: 'collateral',
    request: {
      ...NO_FILES,
      assets: 'fixtures/collateral/assets.json',
      requirements: [],
      horizonDays: 7,
      timeLimit: null,
      relativeGap: 1e-4,
    },
  },
  allocate: { command: 'allocate', request: anAllocateRequest({}) },
  'optimize, infeasible': {
    command: 'optimize',
    request: anOptimizeRequest(BTC, { ...few, limitTexts: ['vega BTC ..-99999'] }),
  },
};
const NAMES = Object.keys(REQUESTS);
/** Documents whose book takes long to reprice by rules that are built anew for it: fewer of their leaves are changed. */
const HEAVY = new Set([
  'optimize, robust, weighted, over a horizon',
  'optimize, robust parameters',
  'optimize, weighted',
]);
const texts = new Map<string, string>();
const again = rememberedRuns();

function documentOf(recorded: RecordedRequest): Promise<Envelope<unknown>> {
  return recorded.command === 'optimize' ? runOptimize(recorded.request, anIo()) : RUN_AGAIN.whole(recorded, anIo());
}

beforeAll(async () => {
  for (const name of NAMES) texts.set(name, JSON.stringify(await documentOf(REQUESTS[name]!)));
}, 60_000);

/** Verifies a text as the document of a request. */
async function verifyText(name: string, text: string, changes: { readonly replaced?: readonly string[] } = {}) {
  const document = join(folder, 'document.json');
  writeFileSync(document, text);
  return runVerify(
    {
      document,
      inputs: null,
      replaced: changes.replaced ?? [],
      recreate: () => ({ value: REQUESTS[name]!, issues: [] }),
      optionsInEffect: {},
    },
    anIo(),
    again,
  );
}

describe.each(NAMES)('a document of %s', (name) => {
  it('is verified as it was written', async () => {
    const { status, result, issues } = await verifyText(name, texts.get(name)!);
    expect(result?.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect([status, result?.verified, result?.failed, result?.differences]).toEqual(['ok', true, 0, []]);
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('fails with any one number or word of its result changed, and says in which part', async () => {
    const leaves = leavesOf(JSON.parse(texts.get(name)!).result);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...leaves), async (path) => {
        const { status, result, issues } = await verifyText(name, JSON.stringify(changedAt(texts.get(name)!, path)));
        if (status === 'error') return issues.some(({ message }) => message.includes(placeOf(path)));
        const seal = result!.checks.find((check) => check.name === 'unchanged')!;
        return status === 'no' && !seal.ok && seal.detail.includes(`result.${String(path[0])}`);
      }),
      { seed: 11, numRuns: HEAVY.has(name) ? 2 : 6 },
    );
  }, 60_000);

  it('fails too when it is sealed anew, but for what the document says rests on the solver', async () => {
    const plain = resultOf(await verifyText(name, texts.get(name)!));
    const leaves = leavesOf(JSON.parse(texts.get(name)!).result).filter(
      (path) => !plain.restsOnSolver.some((place) => placeOf(path).startsWith(place)),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...leaves), async (path) => {
        const forged = sealed(changedAt(texts.get(name)!, path));
        const { status, result } = await verifyText(name, JSON.stringify(forged));
        if (status === 'error') return true;
        const said = [
          ...result!.differences.map(({ path: place }) => place),
          ...result!.checks.map((c) => (c.ok ? '' : c.detail)),
        ];
        // A quantity shows in what follows from it; everything else at its own place.
        const own = /trades\[\d+\]\.(quantity|fills)/.test(placeOf(path))
          ? 'result.'
          : placeOf(path).replace(/\.(row|value|hash|at).*$/, '');
        return status === 'no' && said.some((text) => text.includes(own));
      }),
      { seed: 12, numRuns: HEAVY.has(name) ? 6 : 25 },
    );
  }, 60_000);
});

describe('a bound', () => {
  const linear = () => texts.get('optimize, linear')!;

  it('is the same by weak duality as the solver found', async () => {
    const { checks } = resultOf(await verifyText('optimize, linear', linear()));
    const duality = checks.find(({ name }) => name === 'bound by weak duality')!;
    const { objective, certificate } = JSON.parse(linear()).result;
    expect(duality.rests).toBe('weak duality');
    expect(duality.expected).toBeCloseTo(certificate.lpBound, 4);
    // For a linear program strong duality closes the gap.
    expect(duality.expected).toBeCloseTo(objective, 2);
  });

  it('that is claimed higher is not proved', async () => {
    const document = JSON.parse(linear());
    document.result.certificate.lpBound += 1;
    document.result.bound += 1;
    const { checks } = resultOf(await verifyText('optimize, linear', JSON.stringify(sealed(document))));
    expect(checks.find(({ name }) => name === 'bound by weak duality')?.ok).toBe(false);
  });

  it('of whole lots is proved as far as the relaxation goes; the rest is the search’s', async () => {
    const { checks, restsOnSolver } = resultOf(await verifyText('optimize, lots', texts.get('optimize, lots')!));
    expect(checks.find(({ name }) => name === 'bound of the search')).toMatchObject({ ok: true, rests: 'solver' });
    expect(checks.find(({ name }) => name === 'bound by weak duality')).toMatchObject({ ok: true });
    expect(restsOnSolver).toContain('result.certificate.searchBound');
  });
});

describe('trades', () => {
  it.each([
    ['quantity', 1e6, /is more than the .* on offer/],
    ['instrument', 'BTC-31JUL26-1-P', /is not a candidate/],
  ])('with another %s could not be done', async (key, value, told) => {
    const document = JSON.parse(texts.get('optimize, linear')!);
    document.result.trades[0][key] = value;
    const { checks } = resultOf(await verifyText('optimize, linear', JSON.stringify(document)));
    expect(checks.find(({ name }) => name === 'trades on offer')).toMatchObject({
      ok: false,
      detail: expect.stringMatching(told),
    });
  });

  it('must be whole lots where lots were asked for', async () => {
    const document = JSON.parse(texts.get('optimize, lots')!);
    document.result.trades[0].quantity -= 0.05;
    const { checks } = resultOf(await verifyText('optimize, lots', JSON.stringify(document)));
    expect(checks.find(({ name }) => name === 'trades on offer')?.detail).toContain('not a whole number of lots');
  });
});

describe('what cannot be verified', () => {
  const codes = async (text: string, replaced: readonly string[] = []) => {
    const { status, issues } = await verifyText('margin', text, { replaced });
    return [status, ...issues.map(({ code }) => code)];
  };

  it('is told with what is expected', async () => {
    expect(await codes('{"type":"manifest"}\n{"type":"summary"}\n')).toEqual(['error', 'VFY_NOT_A_DOCUMENT']);
    expect(await codes('instrument,quantity\n')).toEqual(['error', 'VFY_NOT_A_DOCUMENT']);
    expect(await codes('{"schema": "margo/models@1"}')).toEqual(['error', 'VFY_NOT_A_DOCUMENT']);
    const refused = { ...JSON.parse(texts.get('margin')!), result: null, status: 'error' };
    expect(await codes(JSON.stringify(refused))).toEqual(['error', 'VFY_NO_RESULT']);
  });

  it('came from a stream, or is replaced by no role of the document', async () => {
    const document = JSON.parse(texts.get('margin')!);
    expect(await codes(texts.get('margin')!, ['markets=x.csv'])).toEqual(['error', 'CFG_NOT_AN_INPUT']);
    document.manifest.inputs[1].file = '-';
    expect(await codes(JSON.stringify(document))).toEqual(['error', 'VFY_INPUT_WAS_STREAM']);
  });
});
