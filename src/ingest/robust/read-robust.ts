import { dirname, isAbsolute, join } from 'node:path';
import {
  hasErrors,
  type Io,
  type Issue,
  makeIssue,
  type RobustCaseTerms,
  type RobustRule,
} from '../../domain/index.js';
import type { Ingested } from '../ingested.js';
import { nearestName } from '../nearest-name.js';
import { type JsonObjectFile, readJsonObject } from '../read-json-object.js';
import { inputName } from '../source/input-name.js';

/** What is to be hedged against at once. */
export interface RobustFile {
  readonly rule: RobustRule;
  readonly cases: readonly RobustCaseTerms[];
}

const MEMBERS = ['rule', 'cases', '$schema'];
const CASE_MEMBERS = ['name', 'weight', 'model', 'set', 'parameters', 'market', 'correlations'];

/**
 * Reads the cases that a book is hedged against: `{ "rule": "worst" | "weighted", "cases": [{ name, weight, model, set,
 * parameters, market, correlations }] }`. Paths are relative to the folder of the file. Every complaint names its case.
 */
export async function readRobust(path: string, io: Io): Promise<Ingested<RobustFile>> {
  const file = await readJsonObject(path, io, 'robust');
  const issues: Issue[] = [...file.issues];
  const nothing: RobustFile = { rule: 'worst', cases: [] };
  if (hasErrors(issues)) return { source: file.source, value: nothing, issues };
  const reader = new CaseReader(path, file, issues);
  const value = { rule: reader.rule(), cases: reader.cases() };
  const names = value.cases.map(({ name }) => name);
  for (const [k, name] of names.entries()) {
    if (names.indexOf(name) < k)
      issues.push(makeIssue('ROB_NAME_TWICE', { subject: name, at: file.at(['cases', String(k)]) }));
  }
  if (value.rule === 'weighted' && value.cases.length > 0 && value.cases.every(({ weight }) => weight === 0)) {
    issues.push(makeIssue('ROB_NO_WEIGHT', { at: file.at(['cases']) }));
  }
  return { source: file.source, value, issues };
}

class CaseReader {
  readonly #path: string;
  readonly #file: JsonObjectFile;
  readonly #issues: Issue[];

  constructor(path: string, file: JsonObjectFile, issues: Issue[]) {
    this.#path = path;
    this.#file = file;
    this.#issues = issues;
  }

  rule(): RobustRule {
    const { value } = this.#file;
    this.#remarkOn(value, MEMBERS, [], inputName(this.#path));
    const rule = value.rule ?? 'worst';
    if (rule === 'worst' || rule === 'weighted') return rule;
    this.#bad(['rule'], inputName(this.#path), rule, 'worst or weighted');
    return 'worst';
  }

  cases(): RobustCaseTerms[] {
    const { cases } = this.#file.value;
    if (!Array.isArray(cases) || cases.length === 0) {
      this.#issues.push(makeIssue('ROB_NO_CASES', { subject: inputName(this.#path), at: this.#file.at(['cases']) }));
      return [];
    }
    return cases.flatMap((one: unknown, k) => this.#case(one, k) ?? []);
  }

  #case(one: unknown, k: number): RobustCaseTerms | null {
    const place = ['cases', String(k)];
    const numbered = `case ${k + 1}`;
    if (!isObject(one)) {
      this.#bad(place, numbered, one, 'an object with what the case is');
      return null;
    }
    const text = (key: string, expected: string): string | null => {
      const value = one[key] ?? null;
      if (value === null || (typeof value === 'string' && value.trim() !== '' && value !== '-')) return value;
      this.#bad([...place, key], subject, value, expected);
      return null;
    };
    const named = typeof one.name === 'string' && one.name.trim() !== '' ? one.name.trim() : null;
    const subject = named ?? numbered;
    this.#remarkOn(one, CASE_MEMBERS, place, subject);
    if (named === null) text('name', 'a name');
    const model = text('model', 'a model, ID or ID@SET');
    return {
      name: named ?? model ?? numbered,
      weight: this.#weight(one.weight, place, subject),
      model,
      set: this.#set(one.set, place, subject),
      parameters: this.#beside(text('parameters', 'the name of a file')),
      market: this.#beside(text('market', 'the name of a file')),
      correlations: this.#beside(text('correlations', 'the name of a file')),
      origin: this.#file.at(place),
    };
  }

  #weight(weight: unknown, place: readonly string[], subject: string): number {
    if (weight === undefined || weight === null) return 1;
    if (typeof weight === 'number' && weight >= 0 && weight <= 1e12) return weight;
    this.#bad([...place, 'weight'], subject, weight, 'a number from 0 up');
    return 1;
  }

  #set(set: unknown, place: readonly string[], subject: string): Readonly<Record<string, unknown>> {
    if (isObject(set)) return set;
    if (set !== undefined && set !== null) this.#bad([...place, 'set'], subject, set, 'an object of figures by name');
    return {};
  }

  #beside(written: string | null): string | null {
    if (written === null || this.#path === '-' || isAbsolute(written)) return written;
    return join(dirname(this.#path), written);
  }

  #remarkOn(object: object, known: readonly string[], place: readonly string[], subject: string): void {
    for (const field of Object.keys(object).filter((key) => !known.includes(key))) {
      const near = nearestName(field, known);
      const hint = near === null ? {} : { hint: `did you mean ${near}?` };
      this.#issues.push(
        makeIssue('ROB_UNKNOWN_MEMBER', { subject, field, at: this.#file.at([...place, field]), ...hint }),
      );
    }
  }

  #bad(place: readonly string[], subject: string, value: unknown, expected: string): void {
    const facts = { at: this.#file.at(place), subject, field: place.at(-1), value: JSON.stringify(value), expected };
    this.#issues.push(makeIssue('ROB_BAD_MEMBER', facts));
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
