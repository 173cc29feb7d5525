import type { OptimizeResult } from '../../../schema/index.js';
import type { Section } from '../report.js';

/** The reasons in sentences; null unless they were asked for. */
export function explanationSection({ explanation }: OptimizeResult): Section | null {
  if (explanation === undefined || explanation.sentences.length === 0) return null;
  return {
    title: 'Why',
    blocks: explanation.sentences.map((text) => ({ kind: 'text', text, tone: 'plain' })),
  };
}
