import {
  CRIF_RISK_TYPES,
  type Crif,
  type CrifAddOn,
  type CrifFactor,
  type CrifRiskType,
  type CrifScheduleRow,
} from '../../domain/index.js';
import { FieldReader } from '../fields/field-reader.js';
import type { IssueList } from '../issue-list.js';
import type { Row } from '../table/row.js';
import { AddOnRows } from './add-on-rows.js';
import { CRIF_LAYOUT, crifSlot } from './crif-columns.js';
import { crifFactor } from './crif-factor.js';
import { scheduleRow } from './schedule-row.js';
import { SourceTable } from './source-table.js';
import { usdAmount } from './usd-amount.js';
import { writtenChoice } from './written-choice.js';

const ADD_ONS: Readonly<Record<string, CrifAddOn['kind']>> = {
  Param_ProductClassMultiplier: 'multiplier',
  Param_AddOnNotionalFactor: 'factor',
  Param_AddOnFixedAmount: 'fixed',
  Notional: 'notional',
};
const RISK_TYPES = [...CRIF_RISK_TYPES, ...Object.keys(ADD_ONS), 'PV'] as const;
const IM_MODELS = ['SIMM', 'SIMM-P', 'SIMM-R', 'Schedule'] as const;

const RISK_TYPE = crifSlot('RiskType');
const IM_MODEL = crifSlot('IMModel');
const QUALIFIER = crifSlot('Qualifier');
const END_DATE = crifSlot('EndDate');
/** What there are few of in a file, apart from qualifiers, of which there may be as many as rows. */
const KIND_SLOTS = (['RiskType', 'ProductClass', 'Bucket', 'Label1', 'Label2', 'IMModel'] as const).map(crifSlot);

/**
 * Takes in the rows of a CRIF file. Rows with the same texts are looked at once: what their factor is is remembered, and
 * only their amount is read.
 */
export class CrifRows {
  readonly #fields: FieldReader;
  readonly #usdPer: ReadonlyMap<string, number>;
  readonly #addOns: AddOnRows;
  readonly #sources = new SourceTable();
  readonly #factors: CrifFactor[] = [];
  /** Number of the factor, by the texts as written: by those of the kind, then by qualifier. */
  readonly #written = new Map<string, Map<string, number>>();
  readonly #factorOf: number[] = [];
  readonly #sourceOf: number[] = [];
  readonly #amounts: number[] = [];
  readonly #schedule: CrifScheduleRow[] = [];

  /** @param usdPer USD for one unit of a currency, for amounts that the file does not state in USD */
  constructor(issues: IssueList, usdPer: ReadonlyMap<string, number> = new Map()) {
    this.#fields = new FieldReader(issues, CRIF_LAYOUT.known, NO_ROW);
    this.#usdPer = usdPer;
    this.#addOns = new AddOnRows(issues, usdPer);
  }

  take(row: Row): void {
    this.#fields.next(row);
    let kind = '';
    for (const slot of KIND_SLOTS) kind += `${row.text(slot)}\n`;
    const known = this.#written.get(kind)?.get(row.text(QUALIFIER));
    if (known !== undefined) this.#takeSensitivity(row, known);
    else this.#takeNew(row, kind);
  }

  /** Everything taken in; also says which notionals nothing charges. */
  crif(): Crif {
    this.#addOns.finish();
    return {
      factors: this.#factors,
      sources: this.#sources.all,
      factorOf: Int32Array.from(this.#factorOf),
      sourceOf: Int32Array.from(this.#sourceOf),
      amountsUsd: Float64Array.from(this.#amounts),
      addOns: this.#addOns.all,
      schedule: this.#schedule,
    };
  }

  #takeNew(row: Row, written: string): void {
    const fields = this.#fields;
    const text = fields.requiredText(RISK_TYPE, 'a risk type such as Risk_Equity');
    const riskType = text === '' ? null : writtenChoice(fields, RISK_TYPE, RISK_TYPES);
    const imModel = writtenChoice(fields, IM_MODEL, IM_MODELS);
    if (fields.failed || riskType === null) return;
    const addOn = ADD_ONS[riskType];
    if (riskType === 'PV' || (riskType === 'Notional' && isOfSchedule(fields, imModel))) {
      const kind = riskType === 'PV' ? 'value' : 'notional';
      const read = scheduleRow(fields, kind, this.#sources.numberOf(row), this.#usdPer);
      if (read !== null) this.#schedule.push(read);
    } else if (addOn !== undefined) {
      const source = this.#sources.numberOf(row);
      this.#addOns.take(fields, addOn, source, this.#sources.all[source]!.portfolio);
    } else {
      const factor = crifFactor(fields, riskType as CrifRiskType);
      if (factor === null) return;
      const number = this.#factors.push(factor) - 1;
      const numbers = this.#written.get(written) ?? new Map<string, number>();
      this.#written.set(written, numbers.set(row.text(QUALIFIER), number));
      this.#takeSensitivity(row, number);
    }
  }

  #takeSensitivity(row: Row, factor: number): void {
    const amount = usdAmount(this.#fields, this.#usdPer, 'the sensitivity');
    if (this.#fields.failed) return;
    this.#factorOf.push(factor);
    this.#sourceOf.push(this.#sources.numberOf(row));
    this.#amounts.push(amount);
  }
}

/** By its model; where a file states none, a notional with an end and without the name of a product. */
function isOfSchedule(fields: FieldReader, imModel: (typeof IM_MODELS)[number] | null): boolean {
  if (imModel !== null) return imModel === 'Schedule';
  return fields.text(END_DATE) !== null && fields.text(QUALIFIER) === null;
}

const NO_PLACE = { file: '', line: 0, column: 0 };
const NO_ROW: Row = { text: () => '', at: () => NO_PLACE, start: () => NO_PLACE };
