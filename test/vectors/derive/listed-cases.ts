import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Comparison, FamilyResult, VectorCase } from '../vector-case.js';
import { type JsonFacts, jsonFacts } from './json-facts.js';

/** Cases listed under `vectors` in the folder's JSON files, each compared by `compare`; what throws is a failed case. */
export function listedCases(
  family: string,
  folder: string,
  compare: (facts: JsonFacts, document: JsonFacts) => readonly Comparison[],
): FamilyResult {
  const cases: VectorCase[] = [];
  const attempt = (name: string, run: () => void): void => {
    try {
      run();
    } catch (error) {
      cases.push({ name, comparisons: [], problem: error instanceof Error ? error.message : String(error) });
    }
  };
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()) {
    attempt(`${family}/${file}`, () => {
      const document = jsonFacts(JSON.parse(readFileSync(join(folder, file), 'utf8')));
      document.list('vectors', 'required').forEach((facts, index) => {
        const name = `${family}/${file} ${facts.has('id') ? facts.text('id') : index + 1}`;
        attempt(name, () => cases.push({ name, comparisons: compare(facts, document) }));
      });
    });
  }
  return { cases, notCovered: [] };
}
