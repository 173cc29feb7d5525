import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VectorCase } from '../vector-case.js';

export type JsonObject = Readonly<Record<string, unknown>>;

/** A named entry of a JSON file, such as one matrix with what is known about it. */
export interface JsonEntry {
  readonly file: string;
  readonly key: string;
  readonly facts: JsonObject;
}

/** All entries of the folder's JSON files that are objects; files that cannot be read become failed cases. */
export function readEntries(folder: string): { entries: readonly JsonEntry[]; failures: readonly VectorCase[] } {
  const entries: JsonEntry[] = [];
  const failures: VectorCase[] = [];
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()) {
    try {
      const document: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      if (!isObject(document)) throw new RangeError('the document is no object');
      for (const [key, facts] of Object.entries(document)) if (isObject(facts)) entries.push({ file, key, facts });
    } catch (error) {
      failures.push({ name: `correlation/${file}`, comparisons: [], problem: String(error) });
    }
  }
  return { entries, failures };
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A rectangular matrix of numbers. */
export interface JsonMatrix {
  readonly rows: number;
  readonly columns: number;
  /** Row-major. */
  readonly values: Float64Array;
}

/**
 * The matrix of a field, given as rows of numbers; null where there is none. Throws where it is ragged or holds text.
 */
export function matrixOf(value: unknown): JsonMatrix | null {
  if (!Array.isArray(value) || !value.every(Array.isArray)) return null;
  const columns = value[0]?.length ?? 0;
  const flat: unknown[] = value.flat();
  if (flat.length !== value.length * columns) throw new RangeError('a matrix with rows of different lengths');
  const values = Float64Array.from(flat, (entry) => (typeof entry === 'number' ? entry : Number.NaN));
  if (values.some(Number.isNaN)) throw new RangeError('a matrix with an entry that is no number');
  return { rows: value.length, columns, values };
}
