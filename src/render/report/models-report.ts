import type { Envelope, ModelsResult } from '../../schema/index.js';
import { significant } from '../number-format.js';
import { assembleReport } from './assemble-report.js';
import { cell } from './cell.js';
import type { Block, Report, Section } from './report.js';
import type { ReportDetail } from './report-detail.js';
import { tableOf } from './table-of.js';

type Model = ModelsResult['models'][number];

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

function modelSection(model: Model, withValues: boolean): Section {
  const blocks: Block[] = [
    { kind: 'text', text: model.title, tone: 'plain' },
    tableOf(
      [
        { title: 'parameters', align: 'left', of: (set) => set.id },
        { title: 'venue', align: 'left', rank: 1, of: (set) => set.venue },
        { title: 'from', align: 'left', of: (set) => set.effectiveDate },
        { title: 'confidence', align: 'left', of: (set) => set.confidence },
        { title: 'source', align: 'left', rank: 2, of: (set) => set.source },
      ],
      model.parameters,
    ),
  ];
  if (withValues) blocks.push(...model.parameters.map((set) => valuesTable(set.values)));
  if (withValues && model.formula !== null) blocks.push(...formulaLines(model.formula));
  return { title: model.id, blocks };
}

function valuesTable(values: Readonly<Record<string, unknown>>): Block {
  return tableOf(
    [
      { title: 'parameter', align: 'left', of: ([name]) => name },
      { title: 'value', align: 'left', of: ([, value]) => valueText(value) },
    ],
    Object.entries(values),
  );
}

function valueText(value: unknown): string {
  if (typeof value === 'number') return significant(value, 10);
  return typeof value === 'string' ? value : JSON.stringify(value);
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
