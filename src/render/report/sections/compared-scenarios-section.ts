import type { CompareResult } from '../../../schema/index.js';
import { money } from '../../number-format.js';
import type { Section } from '../report.js';
import { tableOf } from '../table-of.js';

/** What each rule book takes for the worst case of the book. */
export function comparedScenariosSection({ models }: CompareResult): Section {
  return {
    title: 'Worst scenarios',
    blocks: [
      tableOf(
        [
          { title: 'model', align: 'left', of: (model) => model.name },
          { title: 'worst scenario', align: 'left', of: (model) => model.worstScenario?.name ?? 'none' },
          { title: 'loss', of: (model) => (model.worstScenario === null ? '' : money(model.worstScenario.loss)) },
        ],
        models.filter(({ rank }) => rank !== null),
      ),
    ],
  };
}
