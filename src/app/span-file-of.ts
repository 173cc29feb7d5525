import { type Issue, makeIssue, type SpanFile } from '../domain/index.js';
import type { MarginModel } from '../margin/index.js';

/** The rule book by a SPAN file where there is one, and what is to be said of the file: not used, or of another day. */
export function modelBySpanFile(model: MarginModel, file: SpanFile | null, asOf: number, issues: Issue[]): MarginModel {
  if (file === null) return model;
  if (model.withSpanFile === undefined) {
    issues.push(makeIssue('SPN_UNUSED', { subject: model.id, field: '--span' }));
    return model;
  }
  const day = new Date(asOf).toISOString().slice(0, 10);
  if (file.date !== day) issues.push(makeIssue('SPN_DATE_DIFFERS', { field: '--span', value: file.date, detail: day }));
  return model.withSpanFile(file);
}
