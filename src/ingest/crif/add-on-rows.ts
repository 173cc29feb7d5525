import { type CrifAddOn, SIMM_PRODUCT_CLASSES, type SourceLocation } from '../../domain/index.js';
import type { FieldReader } from '../fields/field-reader.js';
import type { IssueList } from '../issue-list.js';
import { crifSlot } from './crif-columns.js';
import { usdAmount } from './usd-amount.js';

const QUALIFIER = crifSlot('Qualifier');
const AMOUNT = crifSlot('Amount');

const WORDS = { multiplier: 'multiplier', factor: 'add-on factor' } as const;

/** Takes in the rows that add to a margin: multipliers, fixed amounts, notionals and their factors. */
export class AddOnRows {
  readonly all: CrifAddOn[] = [];
  readonly #issues: IssueList;
  readonly #usdPer: ReadonlyMap<string, number>;
  /** Of multipliers and factors: what was said first, by kind, portfolio and name. */
  readonly #stated = new Map<string, number>();
  readonly #notionals = new Map<string, SourceLocation>();

  constructor(issues: IssueList, usdPer: ReadonlyMap<string, number>) {
    this.#issues = issues;
    this.#usdPer = usdPer;
  }

  take(fields: FieldReader, kind: CrifAddOn['kind'], source: number, portfolio: string): void {
    const name = this.#name(fields, kind);
    const isRatio = kind === 'multiplier' || kind === 'factor';
    const amount = isRatio ? fields.requiredNumber(AMOUNT) : usdAmount(fields, this.#usdPer, name || kind);
    if (kind === 'multiplier' && amount < 1) {
      fields.complain('FIELD_OUT_OF_RANGE', AMOUNT, { expected: 'a multiplier from 1 up' });
    }
    if (kind === 'factor' && amount < 0)
      fields.complain('FIELD_NEGATIVE', AMOUNT, { expected: 'a percentage from 0 up' });
    if (isRatio && !fields.failed && this.#isRepeated(fields, kind, `${portfolio}\n${name}`, name, amount)) return;
    if (fields.failed) return;
    if (kind === 'notional' && !this.#notionals.has(name)) {
      this.#notionals.set(name, fields.at(QUALIFIER));
    }
    this.all.push({ kind, name, amount, source });
  }

  /** Says which notionals no factor charges; to be called once all rows are in. */
  finish(): void {
    const charged = new Set(this.all.filter(({ kind }) => kind === 'factor').map(({ name }) => name));
    for (const [subject, at] of this.#notionals) {
      if (!charged.has(subject))
        this.#issues.add('CRIF_NOTIONAL_UNUSED', { at, field: 'Qualifier', value: subject, subject });
    }
  }

  #name(fields: FieldReader, kind: CrifAddOn['kind']): string {
    if (kind === 'fixed') return '';
    if (kind !== 'multiplier') return fields.requiredText(QUALIFIER, 'the name of a product');
    fields.requiredText(QUALIFIER, SIMM_PRODUCT_CLASSES.join(', '));
    return fields.choice(QUALIFIER, SIMM_PRODUCT_CLASSES) ?? '';
  }

  #isRepeated(fields: FieldReader, kind: 'multiplier' | 'factor', key: string, name: string, amount: number): boolean {
    const place = `${kind}\n${key}`;
    const first = this.#stated.get(place);
    if (first === undefined) this.#stated.set(place, amount);
    else if (first !== amount) fields.complain('CRIF_TWO_VALUES', AMOUNT, { subject: name, detail: WORDS[kind] });
    return first !== undefined;
  }
}
