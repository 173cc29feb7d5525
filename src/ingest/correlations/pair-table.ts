import type { CorrelationMatrix, SourceLocation } from '../../domain/index.js';
import type { IssueList } from '../issue-list.js';

/** One correlation as the file states it: in which order, how written, where. */
export interface StatedPair {
  readonly a: string;
  readonly b: string;
  readonly value: number;
  readonly text: string;
  readonly at: SourceLocation;
}

/** A figure may miss 1 by so much: programs that divide by volatilities round. */
const ROUNDING = 1e-12;

/** Names and stated correlations of one file, in either form, and the complaints they share. */
export class PairTable {
  readonly #issues: IssueList;
  readonly #places = new Map<string, SourceLocation>();
  /** By first and second name, as stated. */
  readonly #stated = new Map<string, Map<string, StatedPair>>();
  /** Pairs whose only statement was refused: they are not missing as well. */
  readonly #refused = new Set<string>();
  /** Pairs with two values: neither is believed more than the other. */
  readonly #contradicted = new Set<string>();

  constructor(issues: IssueList) {
    this.#issues = issues;
  }

  addName(name: string, at: SourceLocation): void {
    if (!this.#places.has(name)) this.#places.set(name, at);
  }

  /** Takes a stated correlation in; `mirror` names the complaint when the same pair is stated otherwise the other way. */
  add(pair: StatedPair, mirror: 'COR_ASYMMETRIC' | 'COR_TWO_VALUES'): void {
    const { a, b, text, at } = pair;
    const value = withoutRounding(pair.value);
    if (!(Math.abs(value) <= 1)) {
      this.refuse(a, b);
      this.#issues.add('COR_OUT_OF_RANGE', { at, field: 'correlation', value: text, subject: `${a} and ${b}` });
    } else if (a === b && value !== 1) {
      this.#issues.add('COR_DIAGONAL', { at, field: 'correlation', value: text, subject: a });
    } else if (this.#isNew({ ...pair, value }, mirror)) {
      const row = this.#stated.get(a) ?? new Map<string, StatedPair>();
      this.#stated.set(a, row.set(b, { ...pair, value }));
    }
  }

  /** Notes that a statement about this pair was complained about and cannot be used. */
  refuse(a: string, b: string): void {
    this.#refused.add(pairKey(a, b)).add(pairKey(b, a));
  }

  /** The matrix; every pair stated neither way is complained about and is 0. */
  matrix(): CorrelationMatrix {
    const names = [...this.#places.keys()];
    const n = names.length;
    const values = new Float64Array(n * n);
    names.forEach((a, i) => {
      values[i * n + i] = 1;
      for (let j = i + 1; j < n; j++) {
        const b = names[j] ?? '';
        const stated = this.#find(a, b) ?? this.#find(b, a);
        if (stated === undefined && !this.#refused.has(pairKey(a, b))) this.#complainOfMissing(a, b);
        values[i * n + j] = values[j * n + i] = stated?.value ?? 0;
      }
    });
    return { names, values };
  }

  /** Whether the file has a figure for the pair that was taken, and none that contradicts it. */
  states(a: string, b: string): boolean {
    return a === b || ((this.#find(a, b) ?? this.#find(b, a)) !== undefined && !this.#contradicted.has(pairKey(a, b)));
  }

  #isNew(pair: StatedPair, mirror: 'COR_ASYMMETRIC' | 'COR_TWO_VALUES'): boolean {
    const again = this.#find(pair.a, pair.b);
    const other = again ?? this.#find(pair.b, pair.a);
    if (other === undefined || other.value === pair.value) return true;
    this.#contradicted.add(pairKey(pair.a, pair.b)).add(pairKey(pair.b, pair.a));
    const code = again === undefined ? mirror : 'COR_TWO_VALUES';
    const there = `${other.text} on line ${other.at.line}`;
    const isAsymmetric = code === 'COR_ASYMMETRIC';
    this.#issues.add(code, {
      at: pair.at,
      field: 'correlation',
      value: pair.text,
      subject: isAsymmetric ? `${pair.a},${pair.b}` : `${pair.a} and ${pair.b}`,
      detail: isAsymmetric ? `${other.a},${other.b} is ${there}` : there,
    });
    return false;
  }

  #find(a: string, b: string): StatedPair | undefined {
    return this.#stated.get(a)?.get(b);
  }

  #complainOfMissing(a: string, b: string): void {
    this.#issues.add('COR_PAIR_MISSING', { at: this.#places.get(b), field: 'correlation', subject: a, detail: b });
  }
}

/** 1 or -1 for what is that but for rounding. */
function withoutRounding(value: number): number {
  return Math.abs(Math.abs(value) - 1) <= ROUNDING ? Math.sign(value) : value;
}

function pairKey(a: string, b: string): string {
  return JSON.stringify([a, b]);
}
