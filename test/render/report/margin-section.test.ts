import { describe, expect, it } from 'vitest';
import { marginSection } from '../../../src/render/report/sections/margin-section.js';
import { marginResult } from '../documents/margin-documents.js';

const venue = { ...marginResult, parameters: { ...marginResult.parameters, venue: 'Derive' } };
const labels = (result: typeof marginResult): string[] =>
  marginSection(result).blocks.flatMap((block) =>
    block.kind === 'facts' ? block.facts.map(({ label }) => label) : [],
  );

describe('the margin section', () => {
  it('says of a venue’s rule book how sure its figure is', () => {
    for (const [confidence, words] of [
      ['verified', /were reproduced$/],
      ['model', /no outside figures/],
    ] as const) {
      const [block] = marginSection({ ...venue, confidence }).blocks;
      if (block?.kind !== 'facts') throw new Error('no facts');
      const fact = block.facts.find(({ label }) => label === 'Confidence')!;
      expect(fact.value.text).toBe(confidence);
      expect(fact.note).toMatch(words);
    }
  });

  it('says nothing of the house model, which is no venue’s', () => {
    expect(labels(marginResult)).not.toContain('Confidence');
  });

  it('calls an excess below nothing a shortfall', () => {
    expect(labels({ ...marginResult, excess: -1 })).toContain('Shortfall');
    expect(labels({ ...marginResult, excess: 1 })).toContain('Excess');
  });
});
