import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/math/index.js';
import { LINES, randomQuantities, SNAPSHOT } from '../margin/derive-pm2/a-market.js';
import { PUBLISHED_BOOKS } from '../margin/derive-pm2/published-books.js';
import { REFERENCE } from '../margin/derive-pm2/reference-values.js';
import { type Pm2Account, pm2Hedge } from './pm2-hedge.js';

const published: [string, Pm2Account][] = PUBLISHED_BOOKS.filter(({ lines }) =>
  lines.some(({ kind }) => kind === 'option'),
).map(({ name, lines, quantities, snapshot, changes, rescale = (scenario) => scenario }) => [
  name,
  { lines, quantities, snapshot, values: { ...REFERENCE, scenarios: REFERENCE.scenarios.map(rescale), ...changes } },
]);

const random = seededRandom(20_261_122);
const drawn: [string, Pm2Account][] = Array.from({ length: 6 }, (_, k) => [
  `a drawn book, ${k + 1}`,
  { lines: LINES, quantities: [...randomQuantities(random)], snapshot: SNAPSHOT, values: REFERENCE },
]);

describe.each([...published, ...drawn])('the best hedge under derive-pm2 of %s', (_name, account) => {
  it('needs no more than the book, is bounded from below, and is the margin of the program', async () => {
    const { outcome, before, after, objective } = await pm2Hedge(account, null);
    expect(outcome.status).toBe('optimal');
    expect(objective).toBeLessThanOrEqual(before + 1e-9 * Math.abs(before));
    expect(after).toBeLessThanOrEqual(objective + 1e-9 * Math.abs(objective));
    const scale = Math.max(1, Math.abs(objective));
    expect(outcome.bound).toBeLessThanOrEqual(objective + 1e-9 * scale);
    expect(Math.abs(objective - outcome.bound) / scale).toBeLessThan(1e-7);
  });

  it('in lots of a tenth is no better than without, within its gap', async () => {
    const whole = await pm2Hedge(account, 0.1);
    const free = await pm2Hedge(account, null);
    const scale = Math.max(1, Math.abs(whole.objective));
    expect(whole.objective).toBeGreaterThanOrEqual(free.outcome.bound - 1e-9 * scale);
    expect(whole.objective).toBeLessThanOrEqual(whole.before + 1e-9 * scale);
    expect(whole.outcome.bound).toBeLessThanOrEqual(whole.objective + 1e-9 * scale);
    expect((whole.objective - whole.outcome.bound) / scale).toBeLessThanOrEqual(1.1e-4);
    for (const quantity of whole.traded) expect(quantity * 10).toBeCloseTo(Math.round(quantity * 10), 9);
  });
});
