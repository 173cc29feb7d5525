import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { runCompare } from '../../src/app/run-compare.js';
import { runMargin } from '../../src/app/run-margin.js';
import { runOptimize } from '../../src/app/run-optimize.js';
import type { MarginResult } from '../../src/schema/margin-document.js';
import { samplePa2, sampleSpn } from '../ingest/span/span-sample.js';
import { aCompareRequest, aMarginRequest, anIo, anOptimizeRequest, resultOf } from './a-world.js';
import { inTemporaryFolder } from './traded-book.js';

const BOOK = 'fixtures/span';
const BARE = { correlations: null, limits: null, account: null, parameterOverrides: {} } as const;
const BY_FILE = { ...BARE, model: 'span', span: `${BOOK}/sample.spn` } as const;

const marginOf = async (changes = {}) => runMargin(aMarginRequest(BOOK, { ...BY_FILE, ...changes }), anIo());
const codesOf = (document: { readonly issues: readonly { readonly code: string }[] }) =>
  document.issues.map(({ code }) => code);

/** Amounts of the breakdown below a node, by name. */
function stepsOf({ breakdown }: MarginResult, below: string): Record<string, number> {
  const amounts: Record<string, number> = {};
  const walk = (node: typeof breakdown, isBelow: boolean): void => {
    if (isBelow) amounts[node.name] ??= node.amount;
    for (const child of node.children) walk(child, isBelow || node.name === below);
  };
  walk(breakdown, false);
  return amounts;
}

/*
 * Worked by hand from the sample's arrays. ES: futures 3 - 2 + 1 = 2, less two calls, less a put.
 * Scenario 13 (down a range, volatility up): 2 x 6,000 - 2 x 1,900 + 2,700 = 10,900; 14: 12,000 - 3,900 + 1,900 = 10,000.
 * Time: (1,400 - 1,420) / 2 = -10. Volatility: (10,900 - 10,000) / 2 = 450. Price: 10,900 + 10 - 450 = 10,460.
 * Deltas: March 3 - 2 x 0.52 + 0.3 = 2.26, June -2, September 1; net 1.26.
 * Series June/September: 1 x 100. Tiers: 1 of March with the June that is left: 1 x 300. Delivery: 1.26 x 30 + 1 x 20 = 57.8.
 * NQ: -1, scan 9,000, all of it price. With NQ 1 spread: 70 % of 10,460 / 1.26, and 70 % of 9,000.
 */
const SCAN = 10_900;
const ES_CREDIT = (0.7 * 10_460) / 1.26;
const ES_RISK = SCAN + 400 + 57.8 - ES_CREDIT;
const NQ_RISK = 9000 - 6300;
const OPTION_VALUE = -(2 * 80 + 45.25) * 50;

describe('span by a file', () => {
  it.each(['sample.spn', 'sample.pa2'])('is worked out from the steps of %s', async (name) => {
    const document = await marginOf({ span: `${BOOK}/${name}` });
    expect(codesOf(document)).toEqual([]);
    const result = resultOf(document);
    expect(result.maintenanceMargin).toBeCloseTo(ES_RISK + NQ_RISK, 6);
    expect(result.initialMargin).toBeCloseTo(1.1 * (ES_RISK + NQ_RISK), 6);
    expect(result.beside).toEqual([
      {
        name: 'initial margin less option value',
        amount: expect.closeTo(1.1 * ES_RISK - OPTION_VALUE + 1.1 * NQ_RISK, 6),
      },
    ]);
    const es = stepsOf(result, 'risk ES');
    expect(es['scan risk']).toBe(SCAN);
    expect(es['inter-month 202606/202609 x 1']).toBe(100);
    expect(es['inter-month 202601-202603/202604-202612 x 1']).toBeCloseTo(300, 9);
    expect(es['delivery month']).toBeCloseTo(57.8, 9);
    expect(es['credit ES/NQ x 1']).toBeCloseTo(-ES_CREDIT, 9);
    expect(es['short option minimum']).toBe(150);
    const nq = stepsOf(result, 'risk NQ');
    expect([nq['scan risk'], nq['credit ES/NQ x 1']]).toEqual([9000, expect.closeTo(-6300, 9)]);
  });

  it('has each line alone by the rules built for it', async () => {
    const { positions } = resultOf(await marginOf());
    const alone = Object.fromEntries(positions.map((line) => [line.instrument, line.standaloneMargin]));
    // 3 of March: three scan ranges and three deltas near delivery; of June two ranges; the put's worst loss sold, 0.3 deltas.
    expect(alone['ES-MAR26']).toBeCloseTo(1.1 * (18_000 + 3 * 30), 6);
    expect(alone['ES-JUN26']).toBeCloseTo(1.1 * 12_000, 6);
    expect(alone['NQ-MAR26']).toBeCloseTo(1.1 * 9000, 6);
    expect(alone['ES-MAR26-4800-P']).toBeCloseTo(1.1 * (2700 + 0.3 * 30), 6);
  });

  it('has the hash of the file in the manifest, packed or not', async () => {
    const { manifest } = await marginOf();
    const source = manifest.inputs.find(({ role }) => role === 'span');
    expect(source).toMatchObject({ file: `${BOOK}/sample.spn`, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    await inTemporaryFolder(async (folder) => {
      const span = join(folder, 'sample.pa2.gz');
      writeFileSync(span, gzipSync(readFileSync(`${BOOK}/sample.pa2`)));
      expect(resultOf(await marginOf({ span })).maintenanceMargin).toBeCloseTo(ES_RISK + NQ_RISK, 6);
    });
  });

  it('turns amounts into the reporting currency by the market', async () => {
    await inTemporaryFolder(async (folder) => {
      const span = join(folder, 'euro.spn');
      writeFileSync(span, sampleSpn({ currency: { ES: 'USD', NQ: 'EUR' } }));
      const unknown = await marginOf({ span });
      expect(unknown.issues).toContainEqual(
        expect.objectContaining({ code: 'RUN_MODEL_PROBLEM', message: expect.stringContaining('EUR') }),
      );
      const market = join(folder, 'market.csv');
      writeFileSync(market, `${readFileSync(`${BOOK}/market.csv`, 'utf8')},EUR,index,EUR,,,,,,,USD,1.25,,,,,,\n`);
      const result = resultOf(await marginOf({ span, market }));
      expect(result.maintenanceMargin).toBeCloseTo(ES_RISK + 1.25 * NQ_RISK, 6);
    });
  });

  it('refuses a held line that the file does not have, by name', async () => {
    await inTemporaryFolder(async (folder) => {
      const span = join(folder, 'less.pa2');
      const contracts = (await import('../ingest/span/span-sample.js')).SAMPLE_CONTRACTS.slice(0, 5);
      writeFileSync(span, samplePa2({ contracts }));
      const document = await marginOf({ span });
      expect(document.result).toBeNull();
      expect(document.issues).toEqual([
        expect.objectContaining({
          code: 'RUN_MODEL_REFUSES',
          value: 'ES-MAR26-4800-P',
          message: expect.stringContaining('is not in the SPAN file, which has no put on ES struck at 4800'),
        }),
      ]);
    });
  });

  it('warns where the file is of another day, and where the model does not read it', async () => {
    const later = await marginOf({ asOf: Date.parse('2026-01-06T12:00:00Z') });
    expect(later.issues).toEqual([
      expect.objectContaining({
        code: 'SPN_DATE_DIFFERS',
        message: 'the SPAN file is of 2026-01-05, and the margin as of 2026-01-06',
      }),
    ]);
    const other = await marginOf({ model: 'tims', parameterOverrides: {} });
    expect(codesOf(other)).toContain('SPN_UNUSED');
  });

  it('is one of the models of a comparison, where the file is no concern of the others', async () => {
    const request = aCompareRequest(BOOK, { ...BARE, span: `${BOOK}/sample.spn`, models: ['span', 'pm1'] });
    const document = await runCompare(request, anIo());
    expect(codesOf(document)).not.toContain('SPN_UNUSED');
    const { models } = resultOf(document);
    expect(models.find(({ model }) => model.startsWith('span'))?.maintenanceMargin).toBeCloseTo(ES_RISK + NQ_RISK, 6);
  });

  it('is lowered by trades, and leaves out candidates that the file does not have', async () => {
    const request = anOptimizeRequest(BOOK, { ...BY_FILE, maxTrades: 2, capitalCost: 0.1 });
    const result = resultOf(await runOptimize(request, anIo()));
    expect(result.before.maintenanceMargin).toBeCloseTo(ES_RISK + NQ_RISK, 6);
    expect(result.after!.initialMargin).toBeLessThan(result.before.initialMargin);
    expect(JSON.stringify(result)).toContain('expires on 20261218, and the SPAN file has');
  });
});
