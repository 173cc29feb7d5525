import { dirname, isAbsolute, join } from 'node:path';
import type { Issue, ReportedFigure, SourceLocation } from '../../domain/index.js';
import { FieldReader } from '../fields/field-reader.js';
import { parseNumber } from '../fields/parse-number.js';
import type { IssueList } from '../issue-list.js';
import { readTimestamp } from '../market/read-timestamp.js';
import { KNOWN_VENUES } from '../naming/index.js';
import type { Input } from '../source/input.js';
import type { Row } from '../table/row.js';
import { caseSlot, FIGURE_COLUMNS, INPUT_COLUMNS, type InputColumn, openColumn } from './case-columns.js';

/** A book with what a venue reports of it. Members the file does not give are null; inputs are yet to be read. */
export interface ReconciliationCase {
  /** As the file names it, else `case 3` by its place. */
  readonly name: string;
  /** `ID` or `ID@SET`. */
  readonly model: string | null;
  /** Where the reported figures come from, in the words of the file. */
  readonly source: string | null;
  readonly inputs: Readonly<Record<InputColumn, Input | null>>;
  /** Epoch milliseconds. */
  readonly asOf: number | null;
  readonly currency: string | null;
  readonly venue: string | null;
  /** Figures of the model that this case has otherwise. */
  readonly set: Readonly<Record<string, unknown>>;
  /** Empty where the file reports nothing itself. */
  readonly reported: readonly ReportedFigure[];
  readonly origin: SourceLocation;
  /** What is wrong with this case; with an error among them nothing of it can be believed. */
  readonly issues: readonly Issue[];
}

/** What surrounds the row of a case. */
export interface CaseContext {
  /** The cases file; paths in it are relative to its folder. */
  readonly file: string;
  /** From 1. */
  readonly number: number;
  /** Names of the columns by slot. */
  readonly names: readonly string[];
  readonly issues: IssueList;
  /** What a JSON case holds in place of files, and its own figures of the model. */
  readonly inline: ReadonlyMap<InputColumn, Input>;
  readonly set: Readonly<Record<string, unknown>>;
}

/** Reads one case from a row; complaints go to its own list. */
export function readCase(row: Row, context: CaseContext): ReconciliationCase {
  const { issues, names, inline } = context;
  const fields = new FieldReader(issues, names, row);
  const inputs = Object.fromEntries(
    INPUT_COLUMNS.map((column) => [column, inline.get(column) ?? pathOf(fields.text(caseSlot(column)), context.file)]),
  ) as Record<InputColumn, Input | null>;
  const positions = caseSlot('positions');
  if (inputs.positions === null) fields.complain('FIELD_BLANK', positions, { expected: 'a file, or in JSON its rows' });
  const open = openFields(fields, names);
  return {
    name: fields.text(caseSlot('case')) ?? fields.text(caseSlot('name')) ?? `case ${context.number}`,
    model: fields.text(caseSlot('model')),
    source: fields.text(caseSlot('source')),
    inputs,
    asOf: readTimestamp(fields, caseSlot('as_of')),
    currency: fields.text(caseSlot('currency')),
    venue: fields.choice(caseSlot('venue'), KNOWN_VENUES),
    set: { ...context.set, ...open.set },
    reported: [...wholeFigures(fields), ...open.reported],
    origin: row.start(),
    issues: issues.all(),
  };
}

/** A path as the user would write it, for the paths of a case are relative to the folder of its file. */
function pathOf(written: string | null, file: string): string | null {
  if (written === null || isAbsolute(written)) return written;
  const path = file === '-' ? written : join(dirname(file), written);
  return path === '-' ? './-' : path;
}

function wholeFigures(fields: FieldReader): ReportedFigure[] {
  return Object.entries(FIGURE_COLUMNS).flatMap(([column, kind]) => {
    const slot = caseSlot(column);
    const amount = fields.number(slot);
    return amount === null ? [] : [{ kind, part: null, amount, origin: fields.at(slot) }];
  });
}

function openFields(
  fields: FieldReader,
  names: readonly string[],
): { readonly reported: ReportedFigure[]; readonly set: Record<string, unknown> } {
  const reported: ReportedFigure[] = [];
  const set: Record<string, unknown> = {};
  for (const [slot, name] of names.entries()) {
    const column = openColumn(name);
    const text = column === null ? null : fields.text(slot);
    if (column === null || text === null) continue;
    const { kind, part } = column;
    if (kind === 'set') {
      const figure = parseNumber(text);
      set[part] = typeof figure === 'number' ? figure : text;
      continue;
    }
    const amount = fields.number(slot);
    if (amount !== null) reported.push({ kind, part, amount, origin: fields.at(slot) });
  }
  return { reported, set };
}
