import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OptimizeResult } from '../../src/schema/optimize-document.js';
import { ROOT } from './a-world.js';

type Trades = OptimizeResult['trades'];

/** A folder that is gone after the test. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'margo-app-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const contracts = ({ side, quantity }: Trades[number]): number => (side === 'buy' ? quantity : -quantity);

/** Writes `positions.csv`: the positions of a fixture and a row per trade, which net when they are read. */
export function writeTradedPositions(folder: string, positions: string, trades: Trades): string {
  const [header = '', ...rows] = readFileSync(join(ROOT, positions), 'utf8').trimEnd().split('\n');
  const columns = header.split(',');
  const traded = trades.map((trade) => {
    const own = rows.find((row) => row.startsWith(`${trade.instrument},`))?.split(',') ?? columns.map(() => '');
    const cells: Readonly<Record<string, string>> = {
      instrument: trade.instrument,
      quantity: String(contracts(trade)),
    };
    return columns.map((column, i) => cells[column] ?? own[i] ?? '').join(',');
  });
  const file = join(folder, 'positions.csv');
  writeFileSync(file, `${[header, ...rows, ...traded].join('\n')}\n`);
  return file;
}

/** Writes `trades.csv`: the trades at their own prices. */
export function writeTrades(folder: string, trades: Trades): string {
  const file = join(folder, 'trades.csv');
  const rows = trades.map((trade) => `${trade.instrument},${contracts(trade)},${trade.price}`);
  writeFileSync(file, `instrument,quantity,price\n${rows.join('\n')}\n`);
  return file;
}

/** Copies a fixture's file with its rows in another order. */
export function writePermuted(folder: string, file: string, order: (rows: number) => readonly number[]): string {
  const [header, ...rows] = readFileSync(join(ROOT, file), 'utf8').trimEnd().split('\n');
  const target = join(folder, file.split('/').at(-1)!);
  cpSync(join(ROOT, file), target);
  writeFileSync(target, `${[header, ...order(rows.length).map((i) => rows[i])].join('\n')}\n`);
  return target;
}
