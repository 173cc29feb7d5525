import { describe, expect, it } from 'vitest';
import { explanationSection } from '../../../src/render/report/sections/explanation-section.js';
import { limitsSection } from '../../../src/render/report/sections/limits-section.js';
import { limits, optimizeResult } from '../documents.js';
import { sectionText } from './section-text.js';

const reasons = { bindingBefore: [], bindingAfter: [] };
const gain = { ...limits[0]!, limit: 'keep payoff', unit: 'USD', value: 100, min: 95, max: null, before: 100 };
const quiet = { ...gain, scope: 'up', binding: false, relaxedBy: 0, shadowPrice: 0 };

describe('explanationSection', () => {
  it('is the sentences, and nothing where none were asked for', () => {
    const explanation = { ...reasons, sentences: ['Before the trades up loses most, 1 USD.', 'Buy 1 X: because.'] };
    const section = explanationSection({ ...optimizeResult, explanation });
    expect(section!.title).toBe('Why');
    expect(sectionText(section)).toEqual(explanation.sentences);
    expect(explanationSection({ ...optimizeResult, explanation: { ...reasons, sentences: [] } })).toBeNull();
    const { explanation: _, ...without } = optimizeResult;
    expect(explanationSection(without)).toBeNull();
  });
});

describe('limitsSection of kept gains', () => {
  const rows = (lines: Parameters<typeof limitsSection>[0]) => sectionText(limitsSection(lines));

  it('counts those with room to spare and lists the others', () => {
    const binding = { ...quiet, scope: 'flat', value: 95, binding: true };
    const broken = { ...quiet, scope: 'down', value: 10 };
    const relaxed = { ...quiet, scope: 'far', relaxedBy: 5 };
    const text = rows([binding, quiet, broken, { ...quiet, scope: 'far up' }, relaxed]);
    expect(text.filter((line) => line.startsWith('keep payoff')).map((line) => line.split(' | ')[1])).toEqual([
      'flat',
      'down',
      'far',
    ]);
    expect(text.at(-1)).toBe('In 2 scenarios more the payoff is kept with room to spare.');
    expect(rows([binding, quiet]).at(-1)).toBe('In one scenario more the payoff is kept with room to spare.');
    expect(rows([binding]).some((line) => line.includes('room to spare'))).toBe(false);
  });

  it('lists any other limit, whether it binds or not', () => {
    expect(rows([{ ...quiet, limit: 'keep vega' }]).some((line) => line.startsWith('keep vega'))).toBe(true);
  });
});
