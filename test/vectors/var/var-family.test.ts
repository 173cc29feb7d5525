import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { passes } from '../vector-case.js';
import { varFamily } from './var-family.js';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'margo-var-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(example: string, files: Readonly<Record<string, string>>) {
  mkdirSync(join(folder, example));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, example, name), text);
  return varFamily.run(folder);
}

describe('historical examples', () => {
  const pnl = [-5, 3, -1, 4, -2].map((amount, t) => `All,All,All,d${t},d${t + 1},${amount}`).join('\n');
  const files = (expected: string) => ({
    'historical_PnL.csv': `#Portfolio,RiskClass,RiskType,PLDate1,PLDate2,PLAmount\n${pnl}\n`,
    'expected_var.csv': `#Portfolio,RiskClass,RiskType,Quantile_0.2,Quantile_0.5,ExpectedShortfall_0.3\nAll,All,All,${expected}\n`,
  });

  it('are sorted: of five, the first, the third, and the mean of the lowest two', () => {
    const { cases } = run('ore_histsim', files('-5,-1,-3.5'));
    expect(cases.map(({ name }) => name)).toEqual(['var/ore_histsim All All All']);
    expect(cases[0]!.comparisons.map(({ ours }) => ours)).toEqual([-5, -1, -3.5]);
    expect(cases.every(passes)).toBe(true);
  });

  it('fail by a millionth and a half', () => {
    expect(run('ore_histsim', files('-5,-1,-3.5000015')).cases.map(passes)).toEqual([false]);
  });
});

describe('parametric examples', () => {
  const files = {
    'covariance.csv': 'EquitySpot/A\tEquitySpot/A\t4\nFXSpot/B\tFXSpot/B\t1\nEquitySpot/A\tFXSpot/B\t1\n',
    'sensitivity.csv': [
      '#TradeId,IsPar,Factor_1,ShiftSize_1,Factor_2,ShiftSize_2,Currency,Base NPV,Delta,Gamma',
      'T1,false,EquitySpot/A,0.01,,0,EUR,0,3.00,1.00',
      'T1,false,FXSpot/B,0.01,,0,EUR,0,2.00,0.00',
      'T1,false,Unknown/C,0.01,,0,EUR,0,99.00,9.00',
      'T2,false,EquitySpot/A,0.01,,0,EUR,0,100.00,0.00',
      '',
    ].join('\n'),
    'trade_portfolios.json': '{"T1": ["PF1"], "T2": []}',
  };

  it('have the moments worked by hand, factors outside the covariance left out', () => {
    // Both: mean 1/2 x 1 x 4; variance 9 x 4 + 4 + 2 x 3 x 2 x 1 + 1/2 x 16. Equity alone: 36 + 8. The 5 % quantile is at -1.6448536.
    const [both, equity] = [52 + 8, 44].map((variance) => 2 - 1.6448536269514729 * Math.sqrt(variance));
    const expected = `#Portfolio,RiskClass,RiskType,Quantile_0.05\nPF1,All,All,${both}\nAll,Equity,DeltaGamma,${equity}\n`;
    const { cases } = run('ore_parametric_ex15', { ...files, 'expected_var.csv': expected });
    expect(cases.map(passes)).toEqual([true, true]);
  });

  it('that cannot be read are a failed case, and strangers are named', () => {
    mkdirSync(join(folder, 'else'));
    const { cases, notCovered } = run('ore_parametric_ex15', { 'expected_var.csv': '#Portfolio\n' });
    expect(cases.map(passes)).toEqual([false]);
    expect(cases[0]!.problem).toContain('covariance.csv');
    expect(notCovered.map(({ subject }) => subject)).toEqual(['var/else']);
  });
});
