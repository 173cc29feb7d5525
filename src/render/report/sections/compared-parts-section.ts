import type { CompareResult } from '../../../schema/index.js';
import { money } from '../../number-format.js';
import type { Section } from '../report.js';
import { type ColumnOf, tableOf } from '../table-of.js';

/** What the initial margin of each rule book is made of, side by side; rule books with a part of the same name share its row. */
export function comparedPartsSection({ models }: CompareResult): Section | null {
  const ranked = models.filter(({ parts }) => parts.length > 0);
  if (ranked.length === 0) return null;
  const names = [...new Set(ranked.flatMap(({ parts }) => parts.map(({ name }) => name)))];
  const columns: ColumnOf<string>[] = [
    { title: 'part', align: 'left', of: (name) => name },
    ...ranked.map((model) => {
      const amounts = new Map<string, number>();
      for (const { name, amount } of model.parts) amounts.set(name, (amounts.get(name) ?? 0) + amount);
      const of = (name: string): string => {
        const amount = amounts.get(name);
        return amount === undefined ? '' : money(amount);
      };
      return { title: model.name, of };
    }),
  ];
  return { title: 'Parts of the initial margin', blocks: [tableOf(columns, names, { foldable: true })] };
}
