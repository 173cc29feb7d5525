import { describe, expect, it } from 'vitest';
import { correlationSection } from '../../../src/render/report/sections/correlation-section.js';
import { efficiencySection } from '../../../src/render/report/sections/efficiency-section.js';
import { greekChangeSection } from '../../../src/render/report/sections/greek-change-section.js';
import { greeksSection } from '../../../src/render/report/sections/greeks-section.js';
import { heatMapSection } from '../../../src/render/report/sections/heat-map-section.js';
import { scenariosSection } from '../../../src/render/report/sections/scenarios-section.js';
import { worstScenarioSection } from '../../../src/render/report/sections/worst-scenario-section.js';
import { after, before, btcHeatMap, emptyMarginDocument, marginResult } from '../documents.js';
import { sectionText } from './section-text.js';

describe('correlationSection', () => {
  const report = marginResult.correlation;

  it('says nothing for one underlying', () => {
    expect(correlationSection({ ...report, names: ['BTC'], values: [[1]] })).toBeNull();
  });

  it('says that there is no offset when no correlations are given', () => {
    expect(sectionText(correlationSection({ ...report, source: 'none' }))[0]).toBe(
      'None given for 2 underlyings: no offset between underlyings.',
    );
  });

  it('tells a repair, with the eigenvalue and the distance', () => {
    const repaired = { ...report, repaired: true, smallestEigenvalue: -0.2134567, distance: 0.0345678 };
    expect(sectionText(correlationSection(repaired))[0]).toBe(
      '2 underlyings, from correlations.csv; not positive semidefinite (smallest eigenvalue -0.213), ' +
        'so repaired to the nearest correlation matrix, at a distance of 0.0346.',
    );
  });

  it('tells a repair of which no figures are known', () => {
    const repaired = { ...report, repaired: true, smallestEigenvalue: null, distance: null };
    expect(sectionText(correlationSection(repaired))[0]).toMatch(
      /semidefinite, so repaired to the nearest correlation matrix\.$/,
    );
  });

  it('shows a small matrix and leaves a large one out', () => {
    expect(sectionText(correlationSection(report)).slice(1)).toEqual([
      ' | BTC | ETH',
      'BTC | 1.000 | 0.865',
      'ETH | 0.865 | 1.000',
    ]);
    const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
    const values = names.map((_, i) => names.map((_, j) => (i === j ? 1 : 0)));
    expect(sectionText(correlationSection({ ...report, names, values }))).toHaveLength(1);
  });
});

describe('scenariosSection', () => {
  it('orders by weighted result: five worst, one best', () => {
    const section = scenariosSection(marginResult.scenarios);
    expect(section?.title).toBe('Scenarios: the 5 worst and the best of 8');
    expect(sectionText(section).map((line) => line.split(' | ')[0])).toEqual([
      'scenario',
      'down 1: BTC ladder, vol up',
      'up 1: BTC ladder, vol up',
      'tail down 3: BTC ladder, vol up',
      'up 1: BTC ladder, no vol',
      'down 1: BTC ladder, no vol',
      'unchanged, vol down',
    ]);
  });

  it('shows all of a short list, and nothing of an empty one', () => {
    expect(sectionText(scenariosSection(marginResult.scenarios.slice(0, 6)))).toHaveLength(7);
    expect(scenariosSection([])).toBeNull();
  });
});

describe('worstScenarioSection', () => {
  const worst = { name: 'up', loss: 10, shocks: [] };

  it.each([
    [10, '"up" loses 10.00.'],
    [0, '"up" loses nothing.'],
    [-10, '"up" still gains 10.00.'],
  ])('a loss of %d reads %s', (loss, text) => {
    expect(sectionText(worstScenarioSection([{ label: '', worst: { ...worst, loss } }]))).toEqual([text]);
  });

  it('says so when nothing decides', () => {
    expect(sectionText(worstScenarioSection([{ label: '', worst: null }]))).toEqual([
      'No scenario decides this margin.',
    ]);
    expect(sectionText(worstScenarioSection([{ label: 'After: ', worst: null }]))).toEqual([
      'After: no scenario decides this margin.',
    ]);
  });

  it('shows every underlying of the move', () => {
    expect(sectionText(worstScenarioSection([{ label: '', worst: marginResult.worstScenario }]))).toContain(
      'ETH | -13.8% | 1,938.6 | up | 1',
    );
  });
});

describe('heatMapSection', () => {
  it('gives every cell a sign and a size out of three', () => {
    const rows = sectionText(heatMapSection([btcHeatMap]));
    expect(rows[0]).toBe('-16.0% | -312,001 (-3) | -250,000 (-3) | -215,000 (-3)');
    expect(rows[1]).toBe('-10.7% | -180,400 (-2) | -110,000 (-2) | -70,000 (-1)');
    expect(rows[3]).toBe('0.0% | -64,000 (-1) | 0 (0) | +41,000 (1)');
  });

  it('is all zeros for a book without risk', () => {
    const pnl = btcHeatMap.pnl.map((row) => row.map(() => 0));
    for (const row of sectionText(heatMapSection([{ ...btcHeatMap, pnl }]))) expect(row).toMatch(/(\| 0 \(0\) ?){3}$/);
  });

  it('says nothing without maps', () => {
    expect(heatMapSection([])).toBeNull();
  });
});

describe('greeks', () => {
  it('puts the expiries under their underlying, and a total in money under several', () => {
    const names = sectionText(greeksSection(marginResult.greeks)).map((line) => line.split(' | ')[0]);
    expect(names.slice(0, -1)).toEqual([
      'underlying',
      'BTC',
      '  2026-07-31',
      '  no expiry',
      'ETH',
      '  2026-09-25',
      'all, in money',
    ]);
  });

  it('has no total for one underlying, whose row is the total', () => {
    const { byUnderlying, byExpiry, total } = marginResult.greeks;
    const one = { total, byUnderlying: byUnderlying.slice(0, 1), byExpiry };
    expect(sectionText(greeksSection(one)).join()).not.toContain('in money,');
    expect(sectionText(greeksSection(one))).toHaveLength(5);
  });

  it('shows an underlying that the trades brought in as zero before', () => {
    const lines = sectionText(greekChangeSection(before, after));
    expect(lines).toContain('ETH | delta | 0 | 12.5 | +12.5');
    expect(lines).toContain('BTC | vega | -4,322 | -3,889.8 | +432.2');
  });
});

describe('efficiencySection', () => {
  it('says not known, and never a number, for a ratio that has none', () => {
    const lines = sectionText(efficiencySection(emptyMarginDocument.result!.efficiency));
    expect(lines.filter((line) => line.includes('not known'))).toHaveLength(3);
  });
});
