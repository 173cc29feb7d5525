import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { render } from '../../../src/render/index.js';
import type { Envelope } from '../../../src/schema/index.js';
import {
  compareDocument,
  errorDocument,
  HOSTILE_NAME,
  hostileDocument,
  infeasibleDocument,
  marginDocument,
  marginResult,
  modelsDocument,
  optimizeDocument,
  trades,
  whatIfDocument,
} from '../documents.js';

async function rowsOf(document: Envelope<unknown>): Promise<Record<string, string>[]> {
  const text = await render(document, { format: 'csv', width: 80, color: true });
  return parse(text, { columns: true, recordDelimiter: '\r\n' }) as Record<string, string>[];
}

describe('csv', () => {
  it('margin: one row per position, in full precision', async () => {
    const rows = await rowsOf(marginDocument);
    expect(rows).toHaveLength(marginResult.positions.length);
    rows.forEach((row, i) => {
      const line = marginResult.positions[i]!;
      expect(row.instrument).toBe(line.instrument);
      expect(Number(row.quantity)).toBe(line.quantity);
      expect(row.price).toBe(line.price === null ? '' : String(line.price));
      expect(Number(row.value)).toBe(line.value);
      expect(Number(row.standalone_margin)).toBe(line.standaloneMargin);
      expect(Number(row.worst_scenario_pnl)).toBe(line.worstScenarioPnl);
    });
  });

  it('optimize: a trades file, quantities signed', async () => {
    const rows = await rowsOf(optimizeDocument);
    // No side column: the reader of trades takes a side only with a positive quantity.
    expect(Object.keys(rows[0]!)).toEqual([
      'instrument',
      'quantity',
      'price',
      'notional',
      'cost',
      'fee',
      'margin_saved',
      'why',
      'limit_price',
      'marginal_price',
    ]);
    expect(rows.map((row) => [row.instrument, Number(row.quantity), Number(row.price)])).toEqual([
      ['BTC-31JUL26-48000-P', 21.5, 0.0086],
      ['BTC-25SEP26-75000-C', -3, 0.0305],
    ]);
    expect(rows[0]!.why).toBe(trades[0]!.why);
    expect(Number(rows[0]!.margin_saved)).toBe(178200);
  });

  it('whatif: margins, greeks and limits before and after', async () => {
    const rows = await rowsOf(whatIfDocument);
    const find = (kind: string, measure: string, scope: string) =>
      rows.find((row) => row.kind === kind && row.measure === measure && row.scope === scope)!;
    expect(Number(find('margin', 'initial_margin', 'total').after)).toBe(119870.5);
    expect(Number(find('margin', 'initial_margin', '2026-07-04T09:25:14.682Z').before)).toBe(318000);
    expect(Number(find('greek', 'vega', 'BTC').before)).toBe(-4321.98765);
    expect(Number(find('greek', 'delta', 'ETH').before)).toBe(0);
    expect(Number(find('greek', 'delta_cash', 'ETH').after)).toBe(28125);
    expect(find('limit', 'cost', 'total')).toMatchObject({ after: '366.95', min: '', max: '300', binding: 'true' });
    expect(find('margin', 'cash', 'total')).toMatchObject({ before: '0', after: '-2815.4' });
    expect(new Set(rows.map((row) => row.kind))).toEqual(new Set(['margin', 'greek', 'limit']));
  });

  it('whatif: leaves the horizon out when there is none', async () => {
    const result = whatIfDocument.result!;
    const rows = await rowsOf({
      ...whatIfDocument,
      result: { ...result, after: { ...result.after, atHorizon: null } },
    });
    expect(new Set(rows.filter((row) => row.kind === 'margin').map((row) => row.scope))).toEqual(new Set(['total']));
  });

  it('compare: one row per model, blank where it cannot margin the book', async () => {
    const rows = await rowsOf(compareDocument);
    expect(rows.map(({ model, rank }) => [model, rank])).toEqual([
      ['scan', '1'],
      ['deribit-pme', '2'],
      ['okx-pm', '3'],
      ['paradex-pm', '4'],
      ['derive-pm2', '5'],
      ['derive-srm', ''],
    ]);
    expect(rows[1]).toMatchObject({
      initial_margin: '412650.5',
      worst_scenario: 'deribit-pme -15%, vol up',
      refused: '0',
    });
    expect(rows[5]).toMatchObject({ initial_margin: '', excess: '', refused: '1', partial_margin: '210000.75' });
  });

  it('models: one row per parameter set', async () => {
    expect(await rowsOf(modelsDocument)).toEqual([
      {
        model: 'scan',
        title: 'Joint scenario scan, correlations from the file',
        parameters: 'scan-2026-01',
        venue: 'house',
        effective_date: '2026-01-01',
        confidence: 'defined here',
        source: 'house model',
      },
    ]);
  });

  it.each([errorDocument, infeasibleDocument])(
    'prints the names of the columns when there are no rows',
    async (document) => {
      const text = await render(document, { format: 'csv', width: 80, color: false });
      expect(text).toMatch(/^instrument,quantity,price,[a-z_,]+\r\n$/);
    },
  );

  it('keeps a hostile name from running in a spreadsheet', async () => {
    const rows = await rowsOf(hostileDocument);
    expect(rows.map((row) => row.instrument)).toEqual(marginResult.positions.map(() => `'${HOSTILE_NAME}`));
  });
});
