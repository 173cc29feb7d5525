import type { CompareResult } from '../../../schema/index.js';
import { money, quantity } from '../../number-format.js';
import type { Section } from '../report.js';
import type { ReportDetail } from '../report-detail.js';
import { type ColumnOf, tableOf } from '../table-of.js';

type Line = CompareResult['positions'][number];

/** What every position would need by itself under each rule book that takes any of them; null for an empty book. */
export function comparedPositionsSection({ models, positions }: CompareResult, detail: ReportDetail): Section | null {
  if (positions.length === 0) return null;
  const largest = ({ standaloneMargins }: Line): number => Math.max(...standaloneMargins.map((margin) => margin ?? 0));
  const cut = positions.length > detail.positions;
  const rows = cut ? [...positions].sort((a, b) => largest(b) - largest(a)) : positions;
  const columns: ColumnOf<Line>[] = [
    { title: 'instrument', align: 'left', of: (line) => line.instrument },
    { title: 'quantity', of: (line) => quantity(line.quantity) },
    ...models.flatMap(({ name }, m) => {
      const takesAny = positions.some(({ standaloneMargins }) => (standaloneMargins[m] ?? null) !== null);
      return takesAny ? [{ title: name, of: (line: Line) => amount(line.standaloneMargins[m] ?? null) }] : [];
    }),
  ];
  const choices = { limit: detail.positions, noun: 'positions', foldable: true } as const;
  return { title: 'Standalone margins', blocks: [tableOf(columns, rows, choices)] };
}

function amount(margin: number | null): string {
  return margin === null ? 'refused' : money(margin);
}
