import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settingsFromAssignments } from '../../../src/cli/settings/settings-from-assignments.js';

const read = (...texts: string[]) => {
  const { settings, parameters, issues } = settingsFromAssignments(texts);
  const options = settings.map(({ flag, raw, only }) => [flag.key, raw, only]);
  return { options, parameters, codes: issues.map(({ code }) => code) };
};

describe('--set', () => {
  it.each<[string, unknown[]]>([
    ['horizon=14', ['horizon', '14', null]],
    ['optimize.horizon=14', ['horizon', '14', 'optimize']],
    ['currency=EUR', ['currency', 'EUR', null]],
    ['model=scan', ['model', 'scan', null]],
    ['model.id=scan', ['model', 'scan', null]],
    ['lots=false', ['lots', 'false', null]],
    ['limit=delta BTC -2..2', ['limit', 'delta BTC -2..2', null]],
    ['candidates="BTC-*"', ['candidates', '"BTC-*"', null]],
  ])('%s sets an option', (text, option) => {
    expect(read(text)).toEqual({ options: [option], parameters: {}, codes: [] });
  });

  it.each<[string, Record<string, unknown>]>([
    ['model.scanSigmas=5', { scanSigmas: 5 }],
    ['model.scanSigmas=5.5e-3', { scanSigmas: 0.0055 }],
    ['model.dailyVol.BTC=0.03', { 'dailyVol.BTC': 0.03 }],
    ['model.dailyVol.BRK.B=0.03', { 'dailyVol.BRK.B': 0.03 }],
    ['model.inverse=true', { inverse: true }],
    ['model.source=null', { source: null }],
    ['model.shocks=[0.15,-0.15]', { shocks: [0.15, -0.15] }],
    ['model.name=plain text', { name: 'plain text' }],
    ['model.name="5"', { name: '5' }],
    ["model.name='5'", { name: "'5'" }],
    ['model.name=', { name: '' }],
    ['model.name=a=b', { name: 'a=b' }],
    ['model.no-repair=1', { 'no-repair': 1 }],
  ])('%s sets a parameter', (text, parameters) => {
    expect(read(text)).toEqual({ options: [], parameters, codes: [] });
  });

  it('later settings of one key win', () => {
    expect(read('model.a=1', 'model.b=2', 'model.a=3').parameters).toEqual({ a: 3, b: 2 });
    expect(read('horizon=1', 'horizon=2').options).toEqual([
      ['horizon', '1', null],
      ['horizon', '2', null],
    ]);
  });

  it.each(['model', '=5', '', ' =5', 'a b=5', '_=5', 'model.=5', 'model..x=5', '-x=5', '__proto__=5'])(
    '%j is no assignment',
    (text) => {
      expect(read(text)).toEqual({ options: [], parameters: {}, codes: ['CFG_BAD_ASSIGNMENT'] });
    },
  );

  it.each([
    'quiett=true',
    'margin.lots=true',
    'json=true',
    'config=x',
    'set=x',
    'tradesFile=x',
    'toString=1',
    'model2.x=1',
  ])('%s is no setting', (text) => {
    expect(read(text)).toEqual({ options: [], parameters: {}, codes: ['CFG_UNKNOWN_KEY'] });
  });

  it('touches no prototype', () => {
    const { parameters } = settingsFromAssignments([
      'model.__proto__.stained=1',
      'model.constructor.prototype.stained=1',
    ]);
    expect(({} as Record<string, unknown>).stained).toBeUndefined();
    expect(Object.getPrototypeOf(parameters)).toBe(Object.prototype);
  });

  it('takes the name of a prototype as the name of an underlying', () => {
    const { parameters, issues } = settingsFromAssignments([
      'model.dailyVol.__proto__=0.02',
      'model.dailyVol.toString=0.03',
    ]);
    expect(issues).toEqual([]);
    expect(parameters).toEqual({ 'dailyVol.__proto__': 0.02, 'dailyVol.toString': 0.03 });
  });

  it('keeps any JSON value of a parameter as it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(read(`model.x=${JSON.stringify(value)}`).parameters).toEqual({ x: JSON.parse(JSON.stringify(value)) });
      }),
      { seed: 1 },
    );
  });
});
