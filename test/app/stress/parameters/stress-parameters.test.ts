import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadInputs } from '../../../../src/app/load-inputs.js';
import { prepareRun } from '../../../../src/app/prepare-run.js';
import type { StressRequest } from '../../../../src/app/request.js';
import { stressParameters } from '../../../../src/app/stress/parameters/stress-parameters.js';
import { stressBase } from '../../../../src/app/stress/stress-base.js';
import { aMarginRequest, anIo } from '../../a-world.js';

const BTC = 'fixtures/btc-short-strangle';
const folder = mkdtempSync(join(tmpdir(), 'margo-ranges-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function asked(changes: Partial<StressRequest>) {
  const plain = { parameterRanges: null, allParameters: false } as Partial<StressRequest>;
  const request = { ...aMarginRequest(BTC), ...plain, ...changes } as StressRequest;
  const { inputs } = await loadInputs(request, anIo());
  const { run } = prepareRun(request, inputs, anIo(), []);
  const { base } = stressBase(run!, null);
  return stressParameters({ request, inputs, run: run!, base, io: anIo() });
}

function rangesFile(text: string): string {
  const file = join(folder, 'ranges.csv');
  writeFileSync(file, text);
  return file;
}

describe('the parameters of a stressed book', () => {
  it('need no file; those without effect are counted, and listed on request', async () => {
    const { section, sources, states, needs } = await asked({});
    expect([sources, states, needs]).toEqual([[], [], null]);
    expect(section).toMatchObject({ model: 'scan', numbers: 23, worst: null, fixed: [] });
    expect(section!.withoutEffect.parameters).toEqual([]);
    const listed = (await asked({ allParameters: true })).section!.withoutEffect;
    expect(listed.parameters).toHaveLength(section!.withoutEffect.count);
    expect(listed.parameters).toContain('maintenanceFactor');
  });

  it('have a worst set within ranges, which is a state that thresholds look at', async () => {
    const { section, states, sources } = await asked({ parameterRanges: `${BTC}/parameter-ranges.csv` });
    expect(sources.map(({ role }) => role)).toEqual(['parameter-ranges']);
    expect(states).toEqual([{ name: 'worst parameters', initialMargin: section!.worst!.margin, pnl: 0 }]);
    expect(section!.worst!.margin).toBeGreaterThan(section!.margin);
  });

  it.each([
    ['scan', 'parameter,min,max\nvolUpp,0,1\nvolUp,-1,1\n', ['PAR_UNKNOWN', 'PAR_NOT_ALLOWED']],
    ['paradex-pm', 'parameter,min,max\nnetDeltaRate,0.001,0.002\nhedgedDeltaRate,1,2\n', ['PAR_NO_SET']],
    ['scan', 'parameter,min\nvolUp,0\n', ['COLUMN_MISSING']],
  ])('of %s are refused with every complaint', async (model, text, codes) => {
    const { section, issues, sources } = await asked({ model, parameterRanges: rangesFile(text) });
    expect(section).toBeNull();
    expect(issues.map(({ code }) => code)).toEqual(codes);
    expect(sources).toHaveLength(1);
  });
});
