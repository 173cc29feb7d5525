import { beforeEach, describe, expect, it, vi } from 'vitest';
import { comparedRun } from '../../src/app/compared-run.js';
import { loadInputs } from '../../src/app/load-inputs.js';
import { type Preparation, prepareRun } from '../../src/app/prepare-run.js';
import { makeIssue } from '../../src/domain/index.js';
import { findModel } from '../../src/margin/index.js';
import { aMarginRequest, anIo } from './a-world.js';

/** Preparations come from the test: no shipped rule book has every kind of trouble. */
vi.mock('../../src/app/prepare-run.js', () => ({ prepareRun: vi.fn() }));

const request = aMarginRequest('fixtures/btc-short-strangle');
const { inputs } = await loadInputs(request, anIo());
const chosen = { name: 'scan', model: findModel('scan')! };
const parameters = chosen.model.parameterSets[0]!;
const [FIRST, SECOND] = inputs.book.positions.map(({ instrument }) => instrument.name) as [string, string];

const run = { marker: 'a run' } as unknown as NonNullable<Preparation['run']>;
const fine: Preparation = { run, issues: [], parameters, refused: [], problems: [] };
const refuses = makeIssue('RUN_MODEL_REFUSES', { subject: FIRST });
const trouble = makeIssue('RUN_MODEL_PROBLEM', { subject: SECOND });

/** What a book comes to when the attempts end as told, one after the other. */
function attempts(...ends: readonly Partial<Preparation>[]) {
  for (const end of ends) vi.mocked(prepareRun).mockReturnValueOnce({ ...fine, ...end });
  return comparedRun(chosen, request, inputs, anIo());
}

/** The instruments that each attempt was made with. */
const tried = (): string[][] =>
  vi.mocked(prepareRun).mock.calls.map(([, { book }]) => book.positions.map(({ instrument }) => instrument.name));

beforeEach(() => {
  vi.mocked(prepareRun).mockReset();
});

describe('comparedRun', () => {
  it('takes one attempt where all is well, and keeps what there was to say', () => {
    const note = makeIssue('RUN_EMPTY_BOOK');
    expect(attempts({ issues: [note] })).toEqual({
      chosen,
      run,
      parameters,
      refused: [],
      problems: [],
      issues: [note],
    });
    expect(tried()).toHaveLength(1);
  });

  it('tries again without the positions refused, and keeps quiet about the rest of the book', () => {
    const refused = [{ instrument: FIRST, reason: 'is too odd' }];
    const found = attempts({ run: null, issues: [refuses], refused }, { issues: [makeIssue('RUN_EMPTY_BOOK')] });
    expect(found).toMatchObject({ run, refused, problems: [], issues: [refuses] });
    expect(tried()[0]).toContain(FIRST);
    expect(tried()[1]).not.toContain(FIRST);
    expect(tried()[1]).toHaveLength(inputs.book.positions.length - 1);
  });

  it('takes a problem with a position for a reason to refuse it', () => {
    const refused = [{ instrument: FIRST, reason: 'is too odd' }];
    const problems = [
      { subject: SECOND, problem: 'has no feed' },
      { subject: 'BTC', problem: 'has no index' },
    ];
    const found = attempts({ run: null, issues: [refuses], refused }, { run: null, issues: [trouble], problems }, {});
    expect(found).toMatchObject({
      run,
      refused: [...refused, { instrument: SECOND, reason: 'has no feed' }],
      problems: [],
      issues: [refuses, trouble],
    });
    expect(tried()[2]).not.toContain(SECOND);
  });

  it('gives up on a problem that taking positions out does not solve', () => {
    const problems = [{ subject: 'BTC', problem: 'has no index' }];
    const found = attempts({ run: null, issues: [trouble], problems });
    expect(found).toMatchObject({ run: null, refused: [], problems, issues: [trouble] });
    expect(tried()).toHaveLength(1);
  });

  it('hands errors of the inputs back, whatever else the rule book has to say', () => {
    const expired = makeIssue('RUN_EXPIRED', { subject: SECOND });
    const warning = makeIssue('RUN_EMPTY_BOOK');
    const refused = [{ instrument: FIRST, reason: 'is too odd' }];
    expect(attempts({ run: null, issues: [warning, refuses, expired], refused })).toEqual({
      errors: [refuses, expired],
    });
  });
});
