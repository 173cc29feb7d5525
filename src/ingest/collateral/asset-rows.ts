import type { CollateralAsset, CollateralTerms } from '../../domain/index.js';
import { FieldReader } from '../fields/field-reader.js';
import type { IssueList } from '../issue-list.js';
import type { Row } from '../table/row.js';
import { assetSlot, termColumn } from './collateral-columns.js';

/** Far above what anything costs to fund; beyond it a per cent sign was meant. */
const MOST_FUNDING = 1;

type Written = { -readonly [K in keyof CollateralTerms]: CollateralTerms[K] | undefined };

/** Takes in the rows of assets one by one. */
export class AssetRows {
  readonly all: CollateralAsset[] = [];
  readonly #issues: IssueList;
  readonly #seen = new Set<string>();

  constructor(issues: IssueList) {
    this.#issues = issues;
  }

  /** @param names the columns by slot */
  take(row: Row, names: readonly string[]): void {
    const fields = new FieldReader(this.#issues, names, row);
    const asset = fields.requiredText(assetSlot('asset'), 'a currency or an asset');
    if (fields.text(assetSlot('amount')) === null) fields.requiredNumber(assetSlot('amount'));
    const amount = fields.nonNegative(assetSlot('amount')) ?? 0;
    const price = fields.positive(assetSlot('price'));
    const fundingCost = fields.believableFraction(assetSlot('funding_cost'), MOST_FUNDING) ?? 0;
    const lot = fields.positive(assetSlot('lot'));
    const minimum = fields.positive(assetSlot('minimum'));
    const eligible = this.#terms(asset, fields, names);
    if (this.#seen.has(asset) && asset !== '') fields.complain('COL_REPEATED', assetSlot('asset'), { subject: asset });
    this.#seen.add(asset);
    if (!fields.failed) this.all.push({ asset, amount, price, fundingCost, lot, minimum, eligible });
  }

  #terms(asset: string, fields: FieldReader, names: readonly string[]): ReadonlyMap<string, CollateralTerms> {
    const written = new Map<string, Written>();
    for (const [slot, name] of names.entries()) {
      const column = termColumn(name);
      const text = column === null ? null : fields.text(slot);
      if (column === null || text === null) continue;
      const terms = written.get(column.venue) ?? { haircut: undefined, cap: undefined, fundingCost: undefined };
      written.set(column.venue, terms);
      const subject = `${asset} at ${column.venue}`;
      if (column.term === 'haircut') terms.haircut = haircut(fields, slot, subject);
      else if (column.term === 'fundingCost') terms.fundingCost = fields.believableFraction(slot, MOST_FUNDING);
      else terms.cap = cap(fields, slot, subject);
    }
    const eligible = [...written].map(([venue, terms]): [string, CollateralTerms] => [
      venue,
      { haircut: terms.haircut ?? 0, cap: terms.cap ?? null, fundingCost: terms.fundingCost ?? null },
    ]);
    return new Map(eligible);
  }
}

function haircut(fields: FieldReader, slot: number, subject: string): number {
  const value = fields.fraction(slot)?.value ?? 0;
  if (value < 0 || value >= 1) {
    fields.complain('COL_BAD_TERMS', slot, { subject, expected: 'a haircut from 0 to below 1, 0.1 or 10%' });
  }
  return value;
}

function cap(fields: FieldReader, slot: number, subject: string): CollateralTerms['cap'] {
  const read = fields.fraction(slot);
  if (read === null) return null;
  const { value, isPercent } = read;
  if (value < 0) fields.complain('COL_BAD_TERMS', slot, { subject, expected: 'an amount from 0 up, or a percentage' });
  return { kind: isPercent ? 'share' : 'money', value };
}
