import { describe, expect, it } from 'vitest';
import { render } from '../../../src/render/index.js';
import type { Envelope } from '../../../src/schema/index.js';
import {
  compareDocument,
  errorDocument,
  infeasibleDocument,
  manifest,
  marginDocument,
  marginResult,
  modelsDocument,
  optimizeDocument,
  optimizeResult,
  whatIfDocument,
} from '../documents.js';

type Line = Record<string, unknown> & { type: string };

async function linesOf(document: Envelope<unknown>): Promise<Line[]> {
  const text = await render(document, { format: 'ndjson', width: 80, color: true });
  expect(text.endsWith('\n')).toBe(true);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

function countByType(lines: readonly Line[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { type } of lines) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

describe('ndjson', () => {
  it('starts with the manifest and ends with the summary', async () => {
    for (const document of [marginDocument, optimizeDocument, whatIfDocument, modelsDocument, errorDocument]) {
      const lines = await linesOf(document);
      expect(lines[0]).toEqual({
        type: 'manifest',
        schema: document.schema,
        status: document.status,
        ...document.manifest,
      });
      expect(lines.at(-1)).toMatchObject({ type: 'summary', status: document.status });
    }
  });

  it('margin: every part of the result is on some line', async () => {
    const lines = await linesOf(marginDocument);
    expect(countByType(lines)).toEqual({
      manifest: 1,
      issue: 1,
      position: 4,
      greeks: 6,
      scenario: 8,
      'heat-map': 1,
      correlation: 1,
      breakdown: 9,
      summary: 1,
    });
    expect(lines.find((line) => line.type === 'position')).toEqual({ type: 'position', ...marginResult.positions[0] });
    expect(lines.filter((line) => line.type === 'greeks').map((line) => line.of)).toEqual([
      'total',
      'underlying',
      'underlying',
      'expiry',
      'expiry',
      'expiry',
    ]);
    expect(lines.at(-1)).toMatchObject({ initialMargin: marginResult.initialMargin, currency: 'USD' });
  });

  it('breakdown lines carry their whole path', async () => {
    const lines = (await linesOf(marginDocument)).filter((line) => line.type === 'breakdown');
    expect(lines[2]).toEqual({
      type: 'breakdown',
      path: ['initial margin', 'worst scenario', 'down 1: BTC ladder, vol up'],
      name: 'down 1: BTC ladder, vol up',
      amount: 312000.5,
      active: true,
    });
  });

  it('optimize: excluded, limits, trades, certificate; the summary keeps the rest', async () => {
    const lines = await linesOf(optimizeDocument);
    expect(countByType(lines)).toEqual({ manifest: 1, excluded: 3, limit: 3, trade: 2, certificate: 1, summary: 1 });
    expect(lines.at(-1)).toMatchObject({
      before: optimizeResult.before,
      after: optimizeResult.after,
      bound: optimizeResult.bound,
      candidatesConsidered: 412,
    });
  });

  it('optimize: a conflict has its own line', async () => {
    const lines = await linesOf(infeasibleDocument);
    expect(lines.find((line) => line.type === 'conflict')).toEqual({
      type: 'conflict',
      ...infeasibleDocument.result!.conflict,
    });
    expect(lines.at(-1)).toMatchObject({ status: 'infeasible', after: null });
  });

  it('whatif and models', async () => {
    expect(countByType(await linesOf(whatIfDocument))).toEqual({
      manifest: 1,
      limit: 3,
      trade: 2,
      breakdown: 9,
      summary: 1,
    });
    expect(countByType(await linesOf(modelsDocument))).toEqual({ manifest: 1, model: 1, summary: 1 });
  });

  it('compare: every line says which model it is of', async () => {
    const lines = await linesOf(compareDocument);
    const { models } = compareDocument.result!;
    expect(countByType(lines)).toEqual({
      manifest: 1,
      issue: 1,
      breakdown: 5 * 9,
      refused: 1,
      model: 6,
      position: 2,
      summary: 1,
    });
    expect(lines.filter(({ type }) => type === 'model').map(({ name }) => name)).toEqual(
      models.map(({ name }) => name),
    );
    expect(lines.find(({ type }) => type === 'refused')).toEqual({
      type: 'refused',
      model: 'derive-srm',
      ...models[5]!.refused[0],
    });
    expect(lines.filter(({ type, model }) => type === 'breakdown' && model === 'okx-pm')).toHaveLength(9);
    expect(lines.at(-1)).toMatchObject({ cheapest: 'scan', models: models.map(({ name }) => name) });
  });

  it('an error is the manifest, the issues, and a summary with nothing but the status', async () => {
    const lines = await linesOf(errorDocument);
    expect(lines).toEqual([
      { type: 'manifest', schema: 'margo/margin@1', status: 'error', ...manifest },
      ...errorDocument.issues.map((issue) => ({ type: 'issue', ...issue })),
      { type: 'summary', status: 'error' },
    ]);
  });
});
