import type { CompareResult } from '../../../schema/index.js';
import type { Section } from '../report.js';
import { tableOf } from '../table-of.js';

/** The parameter set each rule book was applied with. */
export function ruleBooksSection({ models }: CompareResult): Section {
  return {
    title: 'Rule books',
    blocks: [
      tableOf(
        [
          { title: 'model', align: 'left', of: (model) => model.name },
          { title: 'parameters', align: 'left', of: ({ parameters }) => parameters.id },
          { title: 'venue', align: 'left', rank: 1, of: ({ parameters }) => parameters.venue },
          { title: 'from', align: 'left', of: ({ parameters }) => parameters.effectiveDate },
          { title: 'source', align: 'left', rank: 2, of: ({ parameters }) => parameters.source },
        ],
        models,
      ),
    ],
  };
}
