import type { VerifyResult } from '../../schema/index.js';
import type { NdjsonLine } from './ndjson-line.js';

/** Lines of a verify document: check, difference, summary. */
export function verifyLines({ checks, differences, ...summary }: VerifyResult): NdjsonLine[] {
  return [
    ...checks.map((check) => ({ type: 'check', ...check })),
    ...differences.map((difference) => ({ type: 'difference', ...difference })),
    { type: 'summary', ...summary },
  ];
}
