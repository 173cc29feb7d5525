import { createHash } from 'node:crypto';
import type { RowBlock } from './solver/index.js';

/** Hexadecimal digits kept: rows of one program are told apart, no forger is kept out. */
const DIGITS = 16;

/**
 * What identifies a row and its multiplier in a certificate: SHA-256, shortened, of the row's name, its ends and
 * coefficients in single precision (so that the last digits of another machine do not matter), and the multiplier as it
 * is printed.
 *
 * @param i the row within the block
 */
export function rowHash(name: string, rows: RowBlock, i: number, multiplier: number): string {
  const [from, to] = [rows.starts[i]!, rows.starts[i + 1]!];
  const hash = createHash('sha256').update(`${name}\n${multiplier}\n`);
  hash.update(bytesOf(Float32Array.of(rows.lower[i]!, rows.upper[i]!)));
  hash.update(bytesOf(rows.indices.slice(from, to)));
  hash.update(bytesOf(Float32Array.from(rows.values.subarray(from, to))));
  return hash.digest('hex').slice(0, DIGITS);
}

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array | Int32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
