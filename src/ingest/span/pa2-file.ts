import type { IssueList } from '../issue-list.js';
import { InputFault } from '../source/input-fault.js';
import { inputName } from '../source/input-name.js';
import type { TextSource } from '../source/text-source.js';
import { Pa2Contracts } from './pa2-contracts.js';
import { HEADER } from './pa2-layout.js';
import { Pa2Line } from './pa2-line.js';
import { Pa2Terms } from './pa2-terms.js';
import { isoDate } from './period-code.js';
import type { SpanDraft } from './span-draft.js';

const OF_COMMODITIES: ReadonlySet<string> = new Set(['2 ', '3 ', 'C ', 'E ', '4 ', '6 ']);
const OF_CONTRACTS: ReadonlySet<string> = new Set(['P ', 'B ', '81', '82']);
/** Records that say nothing a margin depends on here: exchanges, groups, currencies, scanning tiers. */
const LEFT_OUT: ReadonlySet<string> = new Set(['0 ', '1 ', '5 ', 'T ', 'S ']);

/**
 * Reads a SPAN file of fixed columns (`.pa2`, expanded and unpacked). Throws `InputFault` where it does not begin as one.
 *
 * SOURCE: CME Group, "Risk Parameter File Layouts for the Positional Formats".
 */
export async function readPa2File(source: TextSource, draft: SpanDraft, issues: IssueList): Promise<void> {
  const terms = new Pa2Terms(draft);
  const contracts = new Pa2Contracts(draft, terms);
  const unknown = new Map<string, { count: number; readonly line: Pa2Line }>();
  let isFirst = true;
  for await (const line of linesOf(source, issues)) {
    const { type } = line;
    if (isFirst) takeHeader(line, draft, source.file);
    isFirst = false;
    if (OF_CONTRACTS.has(type)) contracts.take(line);
    else if (OF_COMMODITIES.has(type)) terms.take(line);
    else if (type === '83' || type === '84')
      draft.notUsed('risk arrays of floating point, records 83 and 84', line.at());
    else if (!LEFT_OUT.has(type)) {
      const tally = unknown.get(type);
      if (tally === undefined) unknown.set(type, { count: 1, line });
      else tally.count += 1;
    }
  }
  terms.end();
  contracts.end();
  for (const [type, { count, line }] of unknown) {
    issues.add('SPN_UNKNOWN_RECORD', {
      at: line.at(),
      value: type,
      detail: `${count} ${count === 1 ? 'line' : 'lines'}`,
    });
  }
}

function takeHeader(line: Pa2Line, draft: SpanDraft, file: string): void {
  const refuse = (detail: string): never => {
    throw new InputFault('SPN_NOT_SPAN', { at: line.at(), subject: inputName(file), detail });
  };
  if (line.type !== '0 ') refuse(`it begins with '${line.text.slice(0, 12)}'`);
  const format = line.field(HEADER.format);
  if (format !== 'U2') refuse(`its format is '${format}'`);
  const date = isoDate(line.field(HEADER.date));
  if (date === null) line.complain('business date', HEADER.date, line.field(HEADER.date), 'YYYYMMDD');
  draft.date = date ?? '';
  draft.clearingHouse = line.field(HEADER.complex);
}

/** The lines that are not blank. */
async function* linesOf(source: TextSource, issues: IssueList): AsyncGenerator<Pa2Line> {
  let open = '';
  let number = 0;
  for await (const piece of source.pieces) {
    const lines = (open + piece.toString('utf8')).split('\n');
    open = lines.pop() ?? '';
    for (const text of lines) {
      number += 1;
      const line = text.endsWith('\r') ? text.slice(0, -1) : text;
      if (line.trim() !== '') yield new Pa2Line(line, number, source.file, issues);
    }
  }
  if (open.trim() !== '') yield new Pa2Line(open, number + 1, source.file, issues);
}
