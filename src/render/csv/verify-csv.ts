import type { VerifyResult } from '../../schema/index.js';
import { csvText } from './csv-text.js';

const COLUMNS = ['check', 'ok', 'rests_on', 'expected', 'found', 'detail'];

/** A verify document's main table: one row per check. */
export function verifyCsv(result: VerifyResult | null): string {
  return csvText(
    COLUMNS,
    (result?.checks ?? []).map(({ name, ok, rests, expected, found, detail }) => [
      name,
      ok,
      rests,
      expected,
      found,
      detail,
    ]),
  );
}
