import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { ReconcileRequest } from '../../src/app/request.js';
import { runMargin } from '../../src/app/run-margin.js';
import { runReconcile } from '../../src/app/run-reconcile.js';
import { aMarginRequest, anIo } from './a-world.js';

const STRANGLE = 'fixtures/btc-short-strangle';

function aRequest(cases: string, changes: Partial<ReconcileRequest> = {}): ReconcileRequest {
  const { positions: _, failAbove: __, ...common } = aMarginRequest(STRANGLE);
  const none = { market: null, correlations: null, prices: null, account: null, limits: null };
  return { ...common, ...none, cases, tolerance: { amount: 1e-4, relative: true }, ...changes };
}

/** Runs on cases given as a value, from standard input: paths are then those of the repository. */
const reconciled = (cases: unknown, changes: Partial<ReconcileRequest> = {}) =>
  runReconcile(aRequest('-', changes), anIo({ stdin: Readable.from([Buffer.from(JSON.stringify(cases))]) }));

const OWN = { positions: `${STRANGLE}/positions.csv`, market: `${STRANGLE}/market.csv` };

describe('the figures that venues publish', () => {
  it('are ours, margin, components and scenarios, to 1e-8', async () => {
    const tolerance = { amount: 1e-8, relative: true };
    const { status, result } = await runReconcile(aRequest('fixtures/reconcile/cases.json', { tolerance }), anIo());
    expect(result?.cases.flatMap(({ figures }) => figures.filter(({ within }) => !within))).toEqual([]);
    expect({ status, passed: result?.passed }).toEqual({ status: 'ok', passed: 6 });
    expect(result?.cases.map(({ figures }) => figures.length).sort()).toEqual([13, 13, 3, 3, 8, 8]);
    // Deribit prints its two parts to eleven places, and margo adds them up.
    const deribit = result?.cases.find(({ model }) => model === 'deribit-pme');
    expect(deribit?.figures[0]).toMatchObject({ name: 'initialMargin', theirs: 0.05968587238 + 0.0031572586 });
  });
});

describe('runReconcile', () => {
  it('compares what margo margin says', async () => {
    const margin = await runMargin(aMarginRequest(STRANGLE, { account: null, limits: null }), anIo());
    const { initialMargin, maintenanceMargin, portfolioValue, scenarios } = margin.result!;
    const { name, pnl } = scenarios[0]!;
    const reported = {
      initialMargin,
      maintenanceMargin,
      netInitial: portfolioValue - initialMargin,
      scenarios: { [name]: pnl },
    };
    const { status, result } = await reconciled([{ ...OWN, reported }], { tolerance: { amount: 0, relative: true } });
    expect(status).toBe('ok');
    expect(result?.cases[0]?.figures.map((figure) => [figure.name, figure.within])).toEqual([
      ['initialMargin', true],
      ['maintenanceMargin', true],
      ['netInitial', true],
      [`scenario.${name}`, true],
    ]);
  });

  it('puts the worst case first and answers no', async () => {
    const file = 'fixtures/reconcile/mixed.json';
    const { status, result, issues, manifest } = await runReconcile(aRequest(file), anIo());
    expect(status).toBe('error');
    expect(result?.cases.map(({ name, status: verdict }) => [name, verdict])).toEqual([
      ['a stale report', 'outside'],
      ['a slip', 'refused'],
      ['no such file', 'refused'],
      ['okx documentation, BTC', 'within'],
    ]);
    expect(result).toMatchObject({ passed: 1, failed: 1, refused: 2, tolerance: { amount: 1e-4, relative: true } });
    expect(result?.worst).toMatchObject({ case: 'a stale report', figure: { name: 'initialMargin', theirs: 1538 } });
    const errors = issues.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code }) => code)).toEqual(['REC_UNKNOWN_PART', 'FILE_NOT_FOUND']);
    expect(errors.map(({ message }) => message.slice(0, 18))).toEqual(['case a slip: okx-p', 'case no such file:']);
    expect(result?.cases[1]?.issues.find(({ code }) => code === 'REC_UNKNOWN_PART')).toMatchObject({
      message: expect.stringMatching(/^okx-pm has no component 'BTC MR 1'; expected BTC MR1, /),
      field: 'component.BTC MR 1',
      hint: 'did you mean BTC MR1?',
      file,
    });
    expect(manifest.inputs[0]).toMatchObject({ role: 'cases', file });
  });

  it('takes the figures of the account file where the case has none, and lists each file once', async () => {
    const { result, manifest } = await runReconcile(aRequest('fixtures/reconcile/cases.csv'), anIo());
    const byAccount = result?.cases.find(({ name }) => name === 'okx by its account file');
    expect(byAccount?.figures.map(({ name, theirs }) => [name, theirs])).toEqual([
      ['initialMargin', 1538.9669514070802],
      ['maintenanceMargin', 1183.8207318516002],
    ]);
    const files = manifest.inputs.map(({ file }) => file.split('/').at(-1));
    expect([...files].sort()).toEqual([...new Set(files)].sort());
    expect(files).toContain('okx-account.json');
  });

  it('refuses a case that reports nothing, whatever else is wrong with others', async () => {
    const { status, result, issues } = await reconciled([
      { name: 'silent', ...OWN },
      { name: 'no market', positions: OWN.positions, reported: { initialMargin: 1 } },
      { name: 'no model', ...OWN, model: 'scam', reported: { initialMargin: 1 } },
      { name: 'no figure', ...OWN, set: { scanSigma: 3 }, reported: { initialMargin: 1 } },
    ]);
    expect(status).toBe('error');
    expect(result?.refused).toBe(4);
    const told = issues.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message}`);
    expect(told).toEqual([
      'REC_NOTHING_REPORTED case silent: the case reports no figure, so there is nothing to compare with',
      'CFG_NO_MARKET case no market: no market was given, so nothing can be valued',
      expect.stringMatching(/^CFG_UNKNOWN_MODEL case no model: margo has no model 'scam'/),
      expect.stringMatching(/^CFG_UNKNOWN_PARAMETER case no figure: the model has no parameter 'scanSigma'/),
    ]);
  });

  it('fills what a case leaves out from the request', async () => {
    const reported = { components: { 'scan risk': 1 } };
    const changes = { market: OWN.market, parameterOverrides: { scanSigmas: 5 }, currency: 'BTC' };
    const { result } = await reconciled([{ positions: OWN.positions, reported }], changes);
    expect(result?.cases[0]).toMatchObject({ model: 'scan', currency: 'BTC', status: 'outside' });
    expect(result?.cases[0]?.parameters).toMatch(/\+$/);
  });

  it('has no result where there is no case to answer', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'margo-'));
    writeFileSync(join(folder, 'cases.json'), '{"cases": [}');
    const { status, result, issues } = await runReconcile(aRequest('cases.json'), anIo({ cwd: folder }));
    expect({ status, result }).toEqual({ status: 'error', result: null });
    expect(issues.map(({ code }) => code)).toContain('JSON_SYNTAX');
  });
});
