import { describe, expect, it } from 'vitest';
import { chosenParts } from '../../../src/app/stress/chosen-parts.js';

describe('chosenParts', () => {
  it('are all, or those named, in the order of the document', () => {
    expect(chosenParts([]).parts).toEqual(['scenarios', 'history', 'correlations', 'parameters', 'time']);
    expect(chosenParts(['time, history', 'scenarios']).parts).toEqual(['scenarios', 'history', 'time']);
  });

  it('refuses a part that nobody knows', () => {
    expect(chosenParts(['time,weather']).issues).toMatchObject([
      { code: 'CFG_BAD_VALUE', field: '--what', value: 'weather', severity: 'error' },
    ]);
  });
});
