import { describe, expect, it } from 'vitest';
import { buildReport } from '../../../src/render/report/build-report.js';
import { PAGE_DETAIL, TERMINAL_DETAIL } from '../../../src/render/report/report-detail.js';
import type { ComparedModel, Envelope } from '../../../src/schema/index.js';
import * as documents from '../documents.js';

const summary = async (document: Envelope<unknown>) => (await buildReport(document, TERMINAL_DETAIL)).summary;
const { optimizeDocument, optimizeResult, infeasibleDocument, marginDocument, modelsDocument } = documents;
const optimized = (change: object, envelope: object = {}) =>
  summary({ ...optimizeDocument, ...envelope, result: { ...optimizeResult, limits: [], ...change } });

describe('summaries', () => {
  it('margin: the figure, what decides it, and what netting saves', async () => {
    expect(await summary(marginDocument)).toEqual({
      text: 'Initial margin 330,120 USD, decided by "down 1: BTC ladder, vol up". Netting saves 72.6% of the standalone margin. 1 warning.',
      tone: 'strong',
    });
  });

  it('margin: the answer no is said in words', async () => {
    expect(await summary(documents.emptyMarginDocument)).toEqual({
      text: 'Initial margin 0 USD. That is above the threshold.',
      tone: 'bad',
    });
    expect((await summary(documents.brokenLimitDocument)).text).toMatch(/ Broken: cost total\.$/);
  });

  it('optimize: margin before and after, cost, bound and gap', async () => {
    expect(await optimized({})).toEqual({
      text: 'Initial margin 330,120 -> 119,871 (-63.7%) USD, 2 trades costing 367; bound 120,231, gap <0.01%, proven optimal.',
      tone: 'strong',
    });
  });

  it('optimize: stopped early, one trade, no bound', async () => {
    const trades = optimizeResult.trades.slice(0, 1);
    expect(await optimized({ trades, bound: null, gap: null, proven: false }, { status: 'stopped' })).toEqual({
      text: 'Initial margin 330,120 -> 119,871 (-63.7%) USD, 1 trade costing 367; no bound is known. Stopped early.',
      tone: 'warning',
    });
  });

  it('optimize: no improving trade', async () => {
    const unchanged = { trades: [], after: optimizeResult.before, cost: null };
    expect(await optimized(unchanged, { status: 'no' })).toEqual({
      text: 'Initial margin 330,120 -> 330,120 (0.0%) USD, no improving trade; bound 120,231, gap <0.01%, proven optimal.',
      tone: 'warning',
    });
  });

  it('optimize: relaxed and broken limits', async () => {
    expect((await optimized({ limits: documents.limits })).text).toMatch(/ 1 limit relaxed\.$/);
    const broken = documents.limits.map((line) => ({ ...line, relaxedBy: 0 }));
    expect(await optimized({ limits: broken })).toMatchObject({
      tone: 'bad',
      text: expect.stringMatching(/ Broken: cost total\.$/),
    });
  });

  it('optimize: infeasible names the limits', async () => {
    expect(await summary(infeasibleDocument)).toEqual({
      text: 'Infeasible: the limits cannot be met; in conflict: delta BTC max, position BTC-PERPETUAL min. Initial margin stays 330,120 USD.',
      tone: 'bad',
    });
  });

  it('optimize: infeasible without names, and stopped without a book', async () => {
    const none = { ...infeasibleDocument.result!, conflict: null };
    expect((await summary({ ...infeasibleDocument, result: none })).text).toBe(
      'Infeasible: the limits cannot be met. Initial margin stays 330,120 USD.',
    );
    expect((await summary({ ...infeasibleDocument, status: 'stopped', result: none })).text).toBe(
      'No book was found. Initial margin stays 330,120 USD.',
    );
  });

  it('whatif: the change, its cost, and limits that break', async () => {
    expect((await summary(documents.whatIfDocument)).text).toBe(
      'Initial margin 330,120 -> 119,871 USD (-210,250) for a cost of 367. Broken: cost total.',
    );
  });

  it('compare: the cheapest, the next, and how many cannot', async () => {
    const { compareDocument, compareResult } = documents;
    const head = 'Lowest initial margin: 330,120 USD under scan';
    expect(await summary(compareDocument)).toEqual({
      text: `${head}; next deribit-pme at +25.0%. 1 of 6 models cannot margin the book. 1 warning.`,
      tone: 'strong',
    });
    const [scan, second] = compareResult.models as [ComparedModel, ComparedModel];
    const of = (models: ComparedModel[], status: 'ok' | 'no' = 'ok') =>
      summary({ ...compareDocument, status, issues: [], result: { ...compareResult, models } });
    expect((await of([scan])).text).toBe(`${head}.`);
    expect((await of([scan, { ...second, aboveCheapest: 0 }])).text).toBe(`${head}; next deribit-pme with the same.`);
    expect(await of([scan], 'no')).toEqual({ text: `${head}. That is above the threshold.`, tone: 'bad' });
    const limits = documents.brokenLimitDocument.result!.limits;
    expect((await of([{ ...scan, limits }], 'no')).text).toBe(`${head}. Broken: cost total.`);
  });

  it('models: how many, and which', async () => {
    const models = modelsDocument.result!.models;
    const two = { models: [...models, { ...models[0]!, id: 'derive-pm2' }] };
    expect((await summary({ ...modelsDocument, result: two })).text).toBe('2 models: scan, derive-pm2.');
  });

  it('an error has no result, and counts its issues', async () => {
    expect(await summary(documents.errorDocument)).toEqual({ text: 'No result. 2 errors.', tone: 'bad' });
  });
});

describe('reports', () => {
  it('carry the issues on a page and not on a terminal, where they are on standard error', async () => {
    const titles = async (detail: typeof PAGE_DETAIL) =>
      (await buildReport(marginDocument, detail)).sections.map((section) => section.title);
    expect(await titles(PAGE_DETAIL)).toContain('Issues');
    expect(await titles(TERMINAL_DETAIL)).not.toContain('Issues');
  });

  it('show the values and the formula of one model, not of several', async () => {
    const models = modelsDocument.result!.models;
    const kinds = async (list: typeof models) =>
      (await buildReport({ ...modelsDocument, result: { models: list } }, TERMINAL_DETAIL)).sections[0]?.blocks.map(
        (block) => block.kind,
      );
    expect(await kinds(models)).toEqual(['text', 'table', 'table', 'tree']);
    expect(await kinds([...models, ...models])).toEqual(['text', 'table']);
  });

  it('are printable all through, whatever is in the names', async () => {
    const texts: string[] = [];
    JSON.stringify(await buildReport(documents.hostileDocument, PAGE_DETAIL), (_, value) => {
      if (typeof value === 'string') texts.push(value);
      return value;
    });
    expect(texts.filter((text) => text.includes('owned')).length).toBeGreaterThan(5);
    for (const text of texts) expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});
