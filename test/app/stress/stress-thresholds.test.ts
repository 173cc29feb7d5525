import { describe, expect, it } from 'vitest';
import { stressThresholds } from '../../../src/app/stress/stress-thresholds.js';

const state = (name: string, initialMargin: number, pnl: number) => ({ name, initialMargin, pnl });

const ANSWERS = {
  scenarios: { states: [state('a', 100, -50), state('b', 120, -80), state('c', 90, 30)] },
  history: { states: [state('d', 119, -200)] },
  correlations: null,
  parameters: { states: [] },
  time: { states: [state('e', 80, 0)] },
};

describe('stressThresholds', () => {
  it('tells of each part the state that goes farthest', () => {
    expect(stressThresholds({ failAbove: 118, maxLoss: 60 }, ANSWERS)).toEqual({
      failAbove: 118,
      maxLoss: 60,
      exceeded: [
        { threshold: 'failAbove', part: 'scenarios', name: 'b', value: 120 },
        { threshold: 'failAbove', part: 'history', name: 'd', value: 119 },
        { threshold: 'maxLoss', part: 'scenarios', name: 'b', value: 80 },
        { threshold: 'maxLoss', part: 'history', name: 'd', value: 200 },
      ],
    });
  });

  it('lets a figure be as large as the threshold, and no threshold is none', () => {
    expect(stressThresholds({ failAbove: 120, maxLoss: 200 }, ANSWERS).exceeded).toEqual([]);
    expect(stressThresholds({ failAbove: null, maxLoss: null }, ANSWERS).exceeded).toEqual([]);
  });
});
