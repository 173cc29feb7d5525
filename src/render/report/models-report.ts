import type { Envelope, ModelsResult } from '../../schema/index.js';
import { significant } from '../number-format.js';
import { assembleReport } from './assemble-report.js';
import { cell } from './cell.js';
import type { Block, Report, Section } from './report.js';
import type { ReportDetail } from './report-detail.js';
import { tableOf } from './table-of.js';

type Model = ModelsResult['models'][number];
type ParameterSet = Model['parameters'][number];

/** Which rule books there are, where their figures come from, and what each one adds up. */
export function modelsReport(document: Envelope<ModelsResult>, detail: ReportDetail): Report {
  return assembleReport(document, detail, ({ models }) => ({
    sections: models.map((model) => modelSection(model, models.length === 1)),
    summary: cell(
      `${models.length} model${models.length === 1 ? '' : 's'}: ${models.map((m) => m.id).join(', ')}.`,
      'strong',
    ),
  }));
}

function modelSection(model: Model, alone: boolean): Section {
  const blocks: Block[] = [{ kind: 'text', text: model.title, tone: 'plain' }, setsTable(model.parameters, alone)];
  if (alone && model.notice !== undefined) blocks.splice(1, 0, { kind: 'text', text: model.notice, tone: 'plain' });
  if (alone) blocks.push(...model.parameters.map(valuesTable));
  if (alone && model.formula !== null) blocks.push(...formulaLines(model.formula));
  return { title: model.id, blocks };
}

/** The sets with ids that are never cut: `--model ID@SET` needs them whole. Sources are told of one model at a time. */
function setsTable(sets: readonly ParameterSet[], withSources: boolean): Block {
  return tableOf(
    [
      { title: 'parameters', align: 'left', of: (set) => set.id },
      { title: 'venue', align: 'left', rank: 1, of: (set) => set.venue },
      { title: 'from', align: 'left', rank: 2, of: (set) => set.effectiveDate },
      { title: 'confidence', align: 'left', of: (set) => set.confidence },
    ],
    sets,
    withSources ? { detailTitle: 'source', detail: (set) => set.source } : {},
  );
}

function valuesTable({ id, values }: ParameterSet): Block {
  return tableOf(
    [
      { title: id, align: 'left', of: ([name]) => name },
      { title: 'value', align: 'left', of: ([, value]) => value },
    ],
    Object.entries(values).flatMap(([name, value]) => figures(name, value)),
  );
}

/** A figure under the dotted name by which it is overridden, lists of objects entry by entry. */
function figures(name: string, value: unknown): [string, string][] {
  if (typeof value !== 'object' || value === null) return [[name, scalarText(value)]];
  if (Array.isArray(value) && !value.some((entry) => typeof entry === 'object')) {
    return [[name, value.map(scalarText).join(', ') || 'none']];
  }
  if (Array.isArray(value)) return value.map((entry, k) => [`${name}.${k}`, fieldsText(entry)]);
  const own = Object.entries(value);
  return own.length === 0 ? [[name, 'none']] : own.map(([key, figure]) => [`${name}.${key}`, scalarText(figure)]);
}

function fieldsText(entry: Readonly<Record<string, unknown>>): string {
  return Object.entries(entry)
    .map(([field, value]) => `${field} ${Array.isArray(value) ? value.map(scalarText).join(' ') : scalarText(value)}`)
    .join(', ');
}

function scalarText(value: unknown): string {
  return typeof value === 'number' ? significant(value, 10) : String(value);
}

/** The tree is text already, one line per node with two spaces a level. */
function formulaLines(formula: string): Block[] {
  const lines = formula
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const depth = Math.floor((line.length - line.trimStart().length) / 2);
      return { branch: '  '.repeat(depth), depth, name: line.trim(), amount: '', active: false };
    });
  return [{ kind: 'tree', lines, legend: 'the formula, outermost first' }];
}
