import type { ComparedModel, CompareResult, LimitLine } from '../../../schema/index.js';
import { figure } from '../../number-format.js';
import { cell } from '../cell.js';
import { limitIsBroken } from '../limit-is-broken.js';
import type { Cell, Section } from '../report.js';
import { type ColumnOf, tableOf } from '../table-of.js';

/** What the book makes of every limit under each rule book; null without limits. Most are the same under all. */
export function comparedLimitsSection({ models }: CompareResult): Section | null {
  const ranked = models.filter(({ limits }) => limits.length > 0);
  const titles = [...new Set(ranked.flatMap(({ limits }) => limits.map(titleOf)))];
  if (titles.length === 0) return null;
  const columns: ColumnOf<string>[] = [
    { title: 'limit', align: 'left', of: (title) => title },
    ...ranked.map((model) => ({ title: model.name, of: (title: string) => limitFigure(model, title) })),
  ];
  return { title: 'Limits', blocks: [tableOf(columns, titles, { foldable: true })] };
}

/** `margin total ..100`: a limit with its ends, as one writes it. */
function titleOf({ limit, scope, min, max }: LimitLine): string {
  const end = (bound: number | null) => (bound === null ? '' : figure(bound));
  return `${limit} ${scope} ${end(min)}..${end(max)}`;
}

function limitFigure({ limits }: ComparedModel, title: string): Cell | string {
  const line = limits.find((one) => titleOf(one) === title);
  if (line === undefined) return 'unknown';
  return limitIsBroken(line) ? cell(`BROKEN ${figure(line.value)}`, 'bad') : figure(line.value);
}
