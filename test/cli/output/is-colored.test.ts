import { describe, expect, it } from 'vitest';
import { isColored } from '../../../src/cli/output/is-colored.js';

type Row = [isTTY: boolean, asked: boolean | null, env: Record<string, string>, colored: boolean];

describe('colour', () => {
  it.each<Row>([
    [true, null, {}, true],
    [false, null, {}, false],
    [true, false, {}, false],
    [false, true, {}, true],
    [true, null, { NO_COLOR: '1' }, false],
    [true, null, { NO_COLOR: '' }, true],
    [false, true, { NO_COLOR: '1' }, true],
    [false, null, { FORCE_COLOR: '1' }, true],
    [false, null, { FORCE_COLOR: '' }, true],
    [true, null, { FORCE_COLOR: '0' }, false],
    [true, null, { FORCE_COLOR: 'false' }, false],
    [true, null, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    [true, false, { FORCE_COLOR: '1' }, false],
    [true, null, { TERM: 'dumb' }, false],
    [true, null, { TERM: 'xterm' }, true],
    [true, null, { TERM: 'dumb', FORCE_COLOR: '1' }, true],
    [true, true, { TERM: 'dumb' }, true],
  ])('terminal %s, asked %s, %j: %s', (isTTY, asked, env, colored) => {
    expect(isColored({ isTTY }, asked, env)).toBe(colored);
  });

  it('of a stream that does not say is none', () => {
    expect(isColored({}, null, {})).toBe(false);
  });
});
