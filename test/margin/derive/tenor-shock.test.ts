import { describe, expect, it } from 'vitest';
import { tenorShock } from '../../../src/margin/derive/tenor-shock.js';

const DAY = 86_400;
const VALUES = { volRangeUp: 0.5, volRangeDown: 0.275, shortTermPower: 0.3, longTermPower: 0.13, dteFloorDays: 1 };

describe('the volatility shock of an expiry', () => {
  // derivexyz/v2-core, PMRM_2 case 61, VolShockUpMultiplier and VolShockDownMultiplier.
  it.each([
    [794_852, 1.712811375927374, 0.6079537432399443],
    [1_399_652, 1.6015261094358761, 0.6691606398102681],
    [3_214_052, 1.4862120042860796, 0.7325833976426561],
    [11_076_452, 1.4139715227699674, 0.7723156624765178],
    [18_938_852, 1.3860882452894718, 0.7876514650907905],
  ])('of %d seconds is %d up and %d down', (seconds, up, down) => {
    const shock = tenorShock(seconds, VALUES);
    expect(shock.up).toBeCloseTo(up, 9);
    expect(shock.down).toBeCloseTo(down, 9);
  });

  it('is the range itself at thirty days, with either power', () => {
    expect(tenorShock(30 * DAY, VALUES)).toEqual({ up: 1.5, down: 1 - 0.275 });
    expect(tenorShock(30 * DAY + 1, VALUES).up).toBeCloseTo(1.5, 6);
  });

  it('grows no more below the floor', () => {
    const floor = tenorShock(DAY, VALUES);
    expect(tenorShock(60, VALUES)).toEqual(floor);
    expect(tenorShock(0, VALUES)).toEqual(floor);
    expect(floor.up).toBeCloseTo(1 + 0.5 * 30 ** 0.3, 12);
  });

  it('takes no volatility below zero', () => {
    expect(tenorShock(DAY, { ...VALUES, volRangeDown: 10 }).down).toBe(0);
  });
});
