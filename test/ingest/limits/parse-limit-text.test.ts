import { describe, expect, it } from 'vitest';
import { parseLimitText } from '../../../src/ingest/index.js';

const figure = (value: number) => ({ value, relative: false });
const share = (value: number) => ({ value, relative: true });

describe('parseLimitText', () => {
  it.each([
    ['delta BTC -2..2', 'delta', 'BTC', figure(-2), figure(2), 'hard'],
    ['gamma ETH 90%..110%', 'gamma', 'ETH', share(0.9), share(1.1), 'hard'],
    ['cost total ..5000', 'cost', 'total', null, figure(5000), 'hard'],
    ['position BTC-*-C 0..', 'position', 'BTC-*-C', figure(0), null, 'hard'],
    ["loss 'name of scenario' ..10000", 'loss', 'name of scenario', null, figure(10_000), 'hard'],
    ['loss "it\'s bad" ..1e4 priority 2', 'loss', "it's bad", null, figure(10_000), 2],
    ['  Vega   2026-07-31  -0.5..+.5   PRIORITY hard ', 'vega', '2026-07-31', figure(-0.5), figure(0.5), 'hard'],
    ['theta total -1.5e3..-1e3', 'theta', 'total', figure(-1500), figure(-1000), 'hard'],
  ])('%s', (text, kind, scope, min, max, priority) => {
    const origin = { file: '--limit', line: 4, column: 1 };
    expect(parseLimitText(text, 4)).toEqual({ value: { kind, scope, min, max, priority, origin }, issues: [] });
  });

  it.each([
    ['', 'it is empty'],
    ['delta', 'scope and range are missing'],
    ['delta BTC', 'the range is missing'],
    ['cost ..5000', 'the scope is missing'],
    ['delta BTC 2', "'2' is not a range"],
    ['delta BTC -2..2 soft', "'soft' is not understood after the range"],
    ['delta BTC -2..2 priority', "'priority' is not understood after the range"],
    ['delta BTC -2..2 priority 1 now', "'now' is not understood after the range"],
  ])('%j is refused: %s', (text, reason) => {
    const { value, issues } = parseLimitText(text, 2);
    expect(value).toBeNull();
    expect(issues).toEqual([
      {
        code: 'LIM_TEXT',
        severity: 'error',
        message: `--limit '${text}': ${reason}; expected LIMIT SCOPE MIN..MAX, with either end left out, and 'priority 1' to 5 after it`,
        file: '--limit',
        line: 2,
        column: 1,
        field: '--limit',
        value: text,
        hint: "for instance --limit 'delta BTC -2..2' or --limit 'gamma ETH 90%..110% priority 2'",
      },
    ]);
  });

  it.each([
    ['delt BTC -2..2', 'FIELD_NOT_ONE_OF 1', "limit 'delt' is not known", 'did you mean delta?'],
    ['dleta BTC ..', 'FIELD_NOT_ONE_OF 1', "limit 'dleta' is not known", 'did you mean delta?'],
    ['delta BTC -2..x', 'FIELD_NOT_A_NUMBER 15', "max 'x' is not a number", null],
    ["loss 'a b' 5..1", 'LIM_EMPTY_RANGE 12', 'limit loss a b: min 5 is above max 1', undefined],
    ['delta BTC ..', 'LIM_NO_BOUND 1', 'limit delta BTC has neither min nor max', null],
    ['delta BTC ..2 priority 9', 'FIELD_NOT_ONE_OF 24', "priority '9' is not known", null],
    ['trades total ..90%', 'LIM_NOT_RELATIVE 16', "max '90%' of limit trades cannot be a percentage", undefined],
  ])('%s is refused at its word', (text, place, message, hint) => {
    const { value, issues } = parseLimitText(text, 1);
    expect(value).toBeNull();
    expect(issues.map(({ code, column }) => `${code} ${column}`)).toEqual([place]);
    expect(issues[0]?.message).toContain(message);
    if (hint !== undefined) expect(issues[0]?.hint).toBe(hint);
  });
});
