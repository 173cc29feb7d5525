import { describe, expect, it } from 'vitest';
import { columnKey, meantColumn } from '../../../src/ingest/table/column-name.js';

describe('columnKey', () => {
  it.each(['bid_size', 'Bid Size', 'BIDSIZE', 'bidSize', 'bid  size'])('%s', (written) => {
    expect(columnKey(written)).toBe('bidsize');
  });
});

describe('meantColumn', () => {
  it.each([
    ['Qty', 'quantity'],
    ['quantty', 'quantity'],
    ['Symbol', 'instrument'],
    ['avgPrice', 'entry_price'],
    ['colour', null],
  ])('%s means %s', (written, meant) => {
    expect(meantColumn(written, ['instrument', 'quantity', 'entry_price'])).toBe(meant);
  });
});
