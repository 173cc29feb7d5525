import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AllocateRequest } from '../../../src/app/request.js';
import { aMarginRequest, ROOT } from '../a-world.js';

export const FIXTURE = 'fixtures/two-venues';

/** `margo optimize POSITIONS --allocate venues.json`, everything else by default. */
export function anAllocateRequest(changes: Partial<AllocateRequest> = {}): AllocateRequest {
  const { failAbove: _, ...common } = aMarginRequest(FIXTURE);
  return {
    ...common,
    market: null,
    positions: `${FIXTURE}/positions.csv`,
    allocate: `${FIXTURE}/venues.json`,
    capitalCost: null,
    horizonDays: 7,
    maxTrades: null,
    lots: false,
    solver: 'highs',
    timeLimit: null,
    relativeGap: 1e-6,
    requireImprovement: false,
    ...changes,
  };
}

/** A folder of its own for files that a test writes. */
export function aFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'margo-allocate-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** Some rows of a fixture's market with a lot of one contract. */
export function marketOf(name: 'derive' | 'deribit', instruments: readonly string[]): string {
  const [header = '', ...rows] = readFileSync(join(ROOT, FIXTURE, `${name}-market.csv`), 'utf8')
    .trim()
    .split('\n');
  const lot = header.split(',').indexOf('lot');
  const kept = rows.flatMap((row) => {
    const cells = row.split(',');
    if (!['BTC', ...instruments].includes(cells[1]!)) return [];
    return [cells.map((cell, k) => (k === lot && cells[1] !== 'BTC' ? '1' : cell)).join(',')];
  });
  return [header, ...kept, ''].join('\n');
}
