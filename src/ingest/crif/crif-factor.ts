import { type CrifFactor, type CrifRiskType, SIMM_PRODUCT_CLASSES } from '../../domain/index.js';
import type { FieldReader } from '../fields/field-reader.js';
import { type CrifColumn, crifSlot } from './crif-columns.js';
import { acceptedTerm, RISK_TYPE_TERMS, type TermRule } from './risk-type-terms.js';
import { writtenChoice } from './written-choice.js';

/** What the row at hand is a sensitivity to; null after a complaint about each field that does not fit its risk type. */
export function crifFactor(fields: FieldReader, riskType: CrifRiskType): CrifFactor | null {
  const terms = RISK_TYPE_TERMS[riskType];
  const productSlot = crifSlot('ProductClass');
  const productClass = writtenChoice(fields, productSlot, SIMM_PRODUCT_CLASSES);
  if (productClass === null && fields.text(productSlot) === null) {
    fields.complain('FIELD_BLANK', productSlot, { expected: SIMM_PRODUCT_CLASSES.join(', ') });
  }
  const read = (column: CrifColumn, rule: TermRule | undefined): string =>
    rule === undefined ? '' : term(fields, riskType, column, rule);
  const qualifier = read('Qualifier', terms.qualifier);
  const bucket = read('Bucket', terms.bucket);
  const label1 = read('Label1', terms.label1);
  const label2 = read('Label2', terms.label2);
  if (fields.failed || productClass === null) return null;
  return { productClass, riskType, qualifier, bucket, label1, label2 };
}

function term(fields: FieldReader, subject: CrifRiskType, column: CrifColumn, rule: TermRule): string {
  const slot = crifSlot(column);
  const accepted = acceptedTerm(fields.text(slot) ?? '', rule);
  if (accepted === null) fields.complain('CRIF_TERM', slot, { subject, expected: rule.expected });
  return accepted ?? '';
}
