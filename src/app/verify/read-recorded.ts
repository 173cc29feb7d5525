import { hasErrors, type Io, type Issue, makeIssue } from '../../domain/index.js';
import { readJsonObject, type Source } from '../../ingest/index.js';
import { documentFaults, isVerifiable } from '../../schema/document-faults.js';
import type { RecordedDocument } from './recorded-run.js';

/** What a file that should be a document holds. */
export interface ReadRecorded {
  /** Null with errors among the issues. */
  readonly document: RecordedDocument | null;
  readonly issues: readonly Issue[];
  readonly source: Source;
}

/** Reads a document that is to be verified: JSON, of a command whose figures can be made again, with a result. */
export async function readRecorded(path: string, io: Io): Promise<ReadRecorded> {
  const { value, issues, source } = await readJsonObject(path, io, 'document');
  const subject = path === '-' ? 'standard input' : path;
  const refused = (issue: Issue): ReadRecorded => ({ document: null, issues: [issue], source });
  const notOne = (detail: string, at: Issue | null = null): ReadRecorded => {
    const place = { file: path, line: at?.line ?? 0, column: at?.column ?? 0 };
    return refused(makeIssue('VFY_NOT_A_DOCUMENT', { at: place, subject, detail }));
  };
  if (hasErrors(issues)) {
    const first = issues.find(({ severity }) => severity === 'error')!;
    return first.code.startsWith('JSON_') ? notOne(first.message, first) : { document: null, issues, source };
  }
  const { schema } = value;
  if (!isVerifiable(schema)) {
    return notOne(typeof schema === 'string' ? `its schema is ${schema}` : 'it has no schema');
  }
  if (value.result === null && typeof value.status === 'string') {
    return refused(
      makeIssue('VFY_NO_RESULT', { at: { file: path, line: 0, column: 0 }, subject, detail: value.status }),
    );
  }
  const [fault] = documentFaults(schema, value, 1);
  if (fault !== undefined) return notOne(`${fault.path}: ${fault.message}`);
  return { document: value as unknown as RecordedDocument, issues, source };
}
