import { describe, expect, it } from 'vitest';
import { provenWords } from '../../../src/render/report/proven-words.js';

describe('provenWords', () => {
  it('claims the optimum only up to the gap at which integer programs are called solved', () => {
    expect(provenWords(0)).toBe('proven optimal');
    expect(provenWords(1e-4)).toBe('proven optimal');
    expect(provenWords(0.008)).toBe('proven to within 0.8% of the best');
  });
});
