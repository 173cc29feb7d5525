import { describe, expect, it } from 'vitest';
import { withParameterHints } from '../../../src/cli/settings/parameter-hints.js';
import { anIssue } from '../an-issue.js';

const NAMES = ['scanSigmas', 'dailyVol', 'horizon'];

const hintOn = (field: string, hint: string | null = null, code = 'CFG_UNKNOWN_KEY') =>
  withParameterHints([{ ...anIssue(code), field, hint }], NAMES)[0]?.hint;

describe('withParameterHints', () => {
  it.each([
    ['--set scanSigmas', 'did you mean model.scanSigmas?'],
    ['--set in MARGO_OPTIONS scanSigmas', 'did you mean model.scanSigmas?'],
    ['scansigma', 'did you mean model.scanSigmas?'],
    ['--set dailyVol.BRK.B', 'did you mean model.dailyVol.BRK.B?'],
    ['margin.scanSigmas', 'did you mean model.scanSigmas?'],
  ])('%s: %s', (field, hint) => {
    expect(hintOn(field)).toBe(hint);
    expect(hintOn(field, 'margo help settings lists the keys')).toBe(hint);
  });

  it('leaves what is near an option, unless a parameter has that very name', () => {
    expect(hintOn('horizn', 'did you mean minDays?')).toBe('did you mean minDays?');
    expect(hintOn('horizon', 'did you mean minDays?')).toBe('did you mean model.horizon?');
  });

  it('leaves what is near nothing, and every other complaint', () => {
    expect(hintOn('colour', 'margo help settings lists the keys')).toBe('margo help settings lists the keys');
    expect(hintOn('scanSigmas', null, 'CFG_BAD_VALUE')).toBeNull();
  });
});
