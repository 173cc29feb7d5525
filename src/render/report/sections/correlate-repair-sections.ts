import type {
  ComparedCorrelation,
  CorrelateRepair,
  ImpossibleTripleLine,
  MovedCorrelation,
} from '../../../schema/index.js';
import { figure, fixed, percent, significant, withSign } from '../../number-format.js';
import { cell } from '../cell.js';
import type { Cell, Section } from '../report.js';
import type { ReportDetail } from '../report-detail.js';
import { tableOf } from '../table-of.js';

const TRIPLES_SHOWN = 5;

/** What was wrong with a correlation file, which pairs a repair moved, and how the file compares with prices. */
export function correlateRepairSections(repair: CorrelateRepair | null, detail: ReportDetail): (Section | null)[] {
  if (repair === null) return [];
  return [triplesSection(repair), movedSection(repair, detail), comparedSection(repair.compared, detail)];
}

/** The line to read of a file that was looked over. */
export function correlateRepairSummary(names: number, repair: CorrelateRepair): Cell {
  const { valid, smallestEigenvalue, impossibleTriples, distance, moved, method } = repair;
  if (valid) return cell(`A correlation matrix of ${names} underlyings as it is; nothing was moved.`, 'good');
  const triples = impossibleTriples === 1 ? '1 impossible triple' : `${impossibleTriples} impossible triples`;
  const wrong = `No correlation matrix: smallest eigenvalue ${significant(smallestEigenvalue, 4)}, ${triples}.`;
  const pairs = moved.length === 1 ? '1 pair' : `${moved.length} pairs`;
  return cell(`${wrong} Repaired (${method}): ${pairs} moved, distance ${significant(distance, 4)}.`, 'warning');
}

function triplesSection({ triples, impossibleTriples }: CorrelateRepair): Section | null {
  if (triples.length === 0) return null;
  const rows = triples
    .slice(0, TRIPLES_SHOWN)
    .flatMap((triple) => triple.pairs.map((pair, k) => ({ triple, pair, k })));
  const table = tableOf(
    [
      { title: 'triple', align: 'left', of: ({ triple, k }) => (k === 0 ? nameOf(triple) : '') },
      { title: 'pair', align: 'left', of: ({ pair }) => `${pair.a}/${pair.b}` },
      { title: 'given', of: ({ pair }) => figure(pair.correlation) },
      { title: 'possible from', of: ({ pair }) => fixed(pair.from, 4) },
      { title: 'to', of: ({ pair }) => fixed(pair.to, 4) },
    ],
    rows,
  );
  const left = impossibleTriples - Math.min(triples.length, TRIPLES_SHOWN);
  const more = left > 0 ? ` ${left} more triples are not shown.` : '';
  const text = `Each pair has to lie where the two others of its triple leave it.${more}`;
  return { title: 'Impossible triples', blocks: [table, { kind: 'text', text, tone: 'muted' }] };
}

function nameOf({ names }: ImpossibleTripleLine): string {
  return names.join(', ');
}

function movedSection({ moved, ...repair }: CorrelateRepair, detail: ReportDetail): Section | null {
  if (repair.method === null) return null;
  const table = tableOf<MovedCorrelation>(
    [
      { title: 'pair', align: 'left', of: ({ a, b }) => `${a}/${b}` },
      { title: 'before', of: ({ before }) => fixed(before, 6) },
      { title: 'after', of: ({ after }) => fixed(after, 6) },
      { title: 'change', of: ({ change }) => withSign(fixed(change, 6)) },
    ],
    moved,
    { limit: detail.positions, noun: 'pairs' },
  );
  return { title: 'Pairs moved', blocks: [table, { kind: 'text', text: methodWords(repair), tone: 'muted' }] };
}

const METHODS = {
  nearest: 'The nearest correlation matrix in the Frobenius norm',
  weighted: 'The nearest correlation matrix, pairs of heavy underlyings kept nearer',
  spectral: 'Negative eigenvalues set to zero and the diagonal rescaled to 1',
  shrink: 'Moved towards a target no farther than it takes',
} as const;

function methodWords({ method, fixed: held, weights, target, alpha }: Omit<CorrelateRepair, 'moved'>): string {
  const words: string[] = [method === null ? '' : METHODS[method]];
  if (target !== null && alpha !== null) words.push(`target ${target}, ${percent(alpha)} of the way`);
  const heavy = weights.filter(({ weight }) => weight !== 1);
  if (heavy.length > 0)
    words.push(`weights ${heavy.map(({ name, weight }) => `${name} ${figure(weight)}`).join(', ')}`);
  if (held.length > 0) words.push(`fixed ${held.map(({ a, b }) => `${a}/${b}`).join(', ')}`);
  return `${words.join('; ')}.`;
}

function comparedSection(compared: readonly ComparedCorrelation[] | null, detail: ReportDetail): Section | null {
  if (compared === null || compared.length === 0) return null;
  const table = tableOf<ComparedCorrelation>(
    [
      { title: 'pair', align: 'left', of: ({ a, b }) => `${a}/${b}` },
      { title: 'given', of: ({ given }) => fixed(given, 4) },
      { title: 'estimated', of: ({ estimated }) => (estimated === null ? '' : fixed(estimated, 4)) },
      { title: 'difference', of: ({ difference }) => (difference === null ? '' : withSign(fixed(difference, 4))) },
      {
        title: 'standard errors',
        of: ({ standardErrors }) => (standardErrors === null ? '' : withSign(fixed(standardErrors, 1))),
      },
    ],
    compared,
    { limit: detail.positions, noun: 'pairs' },
  );
  return { title: 'The file beside the prices', blocks: [table] };
}
