import { findNodeAtLocation, type Node } from 'jsonc-parser';
import type { IssueList } from '../issue-list.js';
import { inputName } from '../source/input-name.js';
import type { JsonText } from '../table/json-row.js';

/** The `result.trades` array of a margo document; null after complaining about any other object. */
export function proposedTrades(
  document: Node,
  source: JsonText & { readonly file: string },
  issues: IssueList,
): Node | null {
  const trades = findNodeAtLocation(document, ['result', 'trades']);
  if (trades?.type === 'array') return trades;
  const at = source.lines.at(document.offset);
  const schema = findNodeAtLocation(document, ['schema']);
  if (schema?.type === 'string') {
    const expected = 'a document of margo optimize';
    issues.add('TRD_NOT_A_PROPOSAL', {
      at,
      field: 'schema',
      value: String(schema.value),
      subject: inputName(source.file),
      expected,
    });
  } else {
    const expected = 'an array of trades, or a document of margo optimize';
    issues.add('JSON_NOT_ROWS', { at, subject: inputName(source.file), detail: 'an object', expected });
  }
  return null;
}
