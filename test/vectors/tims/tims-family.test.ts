import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { passes, relativeError } from '../vector-case.js';
import { timsFamily } from './tims-family.js';

/** See SOURCE.md beside the figures. */
const SAMPLE = fileURLToPath(new URL('sample', import.meta.url));
const HEADER = 'id,strategy,underlying,legs,strategyBasedMargin,portfolioMargin';

describe('Cboe’s examples of 2007-02-23', () => {
  const { cases, notCovered } = timsFamily.run(SAMPLE);

  it.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    expect(one.problem).toBeUndefined();
    expect(one.comparisons.map((each) => `${each.field} ${relativeError(each)}`)).not.toEqual([]);
    expect(passes(one), JSON.stringify(one.comparisons)).toBe(true);
  });

  it('are eighteen positions, ten of them with a strategy-based margin', () => {
    expect(cases).toHaveLength(18);
    expect(cases.flatMap(({ comparisons }) => comparisons)).toHaveLength(28);
    expect(notCovered.map(({ subject }) => subject)).toEqual(['tims/SOURCE.md']);
  });
});

describe('rows that are not right', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'margo-tims-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const run = (row: string) => {
    writeFileSync(join(folder, 'cboe_other.csv'), `${HEADER}\n${row}\n`);
    return timsFamily.run(folder).cases[0]!;
  };

  it('fail where the figure is another', () => {
    expect(passes(run('E1,Short Call,IBM,-100 C100 Apr07 @1.68,172760,115429'))).toBe(true);
    expect(passes(run('E1,Short Call,IBM,-100 C100 Apr07 @1.68,172760,116429'))).toBe(false);
    expect(passes(run('E1,Short Call,IBM,-100 C100 Apr07 @1.68,182760,115429'))).toBe(false);
  });

  it('say what is not understood', () => {
    expect(run('X,Short Call,XYZ,-100 C100 Apr07 @1.68,,1').problem).toBe("nothing is known of the market of 'XYZ'");
    expect(run('X,Short Call,IBM,minus a hundred,,1').problem).toBe("a leg that nobody understands: 'minus a hundred'");
  });
});
