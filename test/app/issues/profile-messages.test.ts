import { describe, expect, it } from 'vitest';
import { NO_FILTERS } from '../../../src/app/candidate-filters.js';
import type { OptimizeRequest } from '../../../src/app/request.js';
import { PROFILE_ISSUES } from '../../../src/domain/issues/profile-issues.js';
import { complained, type RunComplaint } from './run-complaints.js';

const told = async (changes: Partial<OptimizeRequest>): Promise<readonly RunComplaint[]> =>
  (await complained('no-such-folder', 'optimize', changes)).complaints;

const seen = new Set<string>();

async function complaint(code: string, changes: Partial<OptimizeRequest>): Promise<RunComplaint> {
  const found = (await told(changes)).filter((one) => one[0] === code);
  expect(found).toHaveLength(1);
  seen.add(code);
  return found[0]!;
}

describe('complaints about the profile and the filters', () => {
  it('LIM_KEEP_TEXT: what of the text is not understood, where, and what would be', async () => {
    expect(await complaint('LIM_KEEP_TEXT', { keepTexts: ['vega 5%', 'delta 5%, vga 10%'] })).toEqual([
      'LIM_KEEP_TEXT',
      '--keep 2:11',
      '--keep',
      'delta 5%, vga 10%',
      "--keep 'delta 5%, vga 10%': 'vga' cannot be kept, only delta, gamma, vega, theta, rho, payoff (did you mean vega?); expected parts such as 'delta 5%', 'vega BTC 10%' or 'payoff 5%', with commas between them",
      "for instance --keep 'delta 5%, vega BTC 10%' or --keep 'payoff 5%'",
    ]);
  });

  it('OPT_PATTERN_UNUSED: which pattern fits nothing', async () => {
    const filters = { ...NO_FILTERS, exclude: ['BTC-*-X'] };
    expect(await complaint('OPT_PATTERN_UNUSED', { filters, candidates: 'BTC-31JUL26-*' })).toEqual([
      'OPT_PATTERN_UNUSED',
      null,
      '--exclude',
      'BTC-*-X',
      "--exclude 'BTC-*-X' fits no instrument of the market or the book",
      'in a pattern * stands for any run of characters and ? for one: BTC-*-C',
    ]);
  });

  it('CFG_SIDE_TEXT: which text is no direction', async () => {
    const filters = { ...NO_FILTERS, sides: ['BTC-*-C short'] };
    expect(await complaint('CFG_SIDE_TEXT', { filters })).toEqual([
      'CFG_SIDE_TEXT',
      null,
      '--side',
      'BTC-*-C short',
      "--side 'BTC-*-C short' is not understood; expected buy or sell, with a pattern before it or none",
      "for instance --side buy or --side 'BTC-*-C sell'",
    ]);
  });

  it('CFG_CONFLICT: closing only and not at all', async () => {
    const found = await told({ filters: { ...NO_FILTERS, noClose: true, onlyClose: true } });
    expect(found.map((one) => one[4])).toContain('--only-close contradicts --no-close; give one of them');
  });

  it('OPT_KEEP_NOTHING: that an empty book would keep it', async () => {
    const changes = {
      positions: 'fixtures/profile/one-call.csv',
      keepTexts: ['delta 100%'],
    };
    expect(await complaint('OPT_KEEP_NOTHING', changes)).toEqual([
      'OPT_KEEP_NOTHING',
      null,
      '--keep',
      null,
      '--keep holds nothing here: a book without any position would keep it, too, and can be had',
      'keep a figure the book has (gamma, vega, payoff), or add --no-close',
    ]);
  });

  it('are every code there is', () => {
    expect([...seen].sort()).toEqual(Object.keys(PROFILE_ISSUES).sort());
  });
});
