import type { BoundProof, TradeFault } from '../../optimizer/index.js';
import type { OptimizeResult } from '../../schema/optimize-document.js';
import type { Check } from '../../schema/verify-document.js';
import { breaks } from '../limit-lines.js';
import type { ToldSecond } from './told-second.js';

/** A bound counts as proved when the multipliers prove at least that, up to this, relative. */
const PROVED = 1e-9;
/** The program's own answer may lie this far below what its multipliers prove: what a solver's answer is believed with. */
const BELIEVED = 1e-6;

const FAULTS: Readonly<Record<TradeFault['fault'], (offered: number) => string>> = {
  notACandidate: () => 'is not a candidate on that side',
  moreThanOffered: (offered) => `is more than the ${offered} on offer`,
  notWholeLots: () => 'is not a whole number of lots',
  toldTwice: () => 'stands there twice',
};

/** Whether the trades can be done: known instruments, within the displayed sizes, in whole lots where asked for. */
export function tradesCheck({ trades }: OptimizeResult, faults: readonly TradeFault[]): Check {
  const bad = new Set(faults.map(({ trade }) => trade));
  return {
    name: 'trades on offer',
    ok: bad.size === 0,
    rests: 'inputs',
    expected: trades.length,
    found: trades.length - bad.size,
    detail: faults
      .map(
        ({ trade, fault, offered }) => `result.trades[${trade}] ${trades[trade]!.instrument} ${FAULTS[fault](offered)}`,
      )
      .join('; '),
  };
}

/** Whether the limits hold for the book after the trades, or the document says that one does not; one that gave way need not. */
export function limitsCheck({ limits }: OptimizeResult, status: string): Check {
  const broken = limits.filter((line) => breaks(line) && line.relaxedBy === 0);
  return {
    name: 'limits hold',
    ok: broken.length === 0 || status === 'no',
    rests: 'inputs',
    expected: limits.length,
    found: limits.length - broken.length,
    detail: broken.map(({ limit, scope }) => `${limit} ${scope}`).join(', '),
  };
}

/** The bound: proved from the multipliers, and of an integer search what rests on the search itself. */
export function boundChecks(result: OptimizeResult, proof: BoundProof | null): Check[] {
  const { certificate, objective } = result;
  if (certificate === null || objective === null) return [];
  const checks =
    proof === null ? [] : [rowsCheck(certificate.multipliers.length, proof), dualityCheck(certificate, proof)];
  const { searchBound } = certificate;
  if (searchBound !== null || proof === null) {
    const bound = searchBound ?? result.bound;
    const highest = objective + BELIEVED * Math.max(1, Math.abs(objective));
    checks.push({
      name: proof === null ? 'bound of a stopped search' : 'bound of the search',
      ok: bound === null || bound <= highest,
      rests: 'solver',
      expected: objective,
      found: bound,
      detail:
        proof === null
          ? 'rests on the solver, which was stopped; it is not above the objective'
          : 'rests on the solver’s branch and bound; it is not above the objective',
    });
  }
  return [...checks, sizeCheck(certificate, proof)];
}

/** A second aim: that its first answer can be had, that the objective was held, and that its bound is one. */
export function secondChecks({ secondAim }: OptimizeResult, second: ToldSecond | null): Check[] {
  if (secondAim === undefined || second === null) return [];
  const { objectiveBefore, objectiveAfter, within, certificate, tradesBefore, valueBefore, valueAfter } = secondAim;
  const most = objectiveBefore + within * Math.abs(objectiveBefore);
  const bad = new Set(second.faults.map(({ trade }) => trade)).size;
  const checks: Check[] = [
    {
      name: 'trades of the first answer',
      ok: bad === 0,
      rests: 'inputs',
      expected: tradesBefore.length,
      found: tradesBefore.length - bad,
      detail: second.faults.map(({ trade }) => `result.secondAim.tradesBefore[${trade}] is not on offer`).join('; '),
    },
    {
      name: 'objective held',
      ok: objectiveAfter <= most + PROVED * Math.max(1, Math.abs(most)) && valueAfter <= valueBefore + PROVED,
      rests: 'inputs',
      expected: most,
      found: objectiveAfter,
      detail: `at most that, and no more ${secondAim.aim} than before (result.secondAim)`,
    },
  ];
  const { proof } = second;
  if (certificate === null || proof === null) return checks;
  const proved = [
    rowsCheck(certificate.multipliers.length, proof, 'result.secondAim'),
    dualityCheck(certificate, proof),
  ];
  return [...checks, ...proved.map((check) => ({ ...check, name: `second aim, ${check.name}` }))];
}

function rowsCheck(count: number, { strange }: BoundProof, place = 'result'): Check {
  return {
    name: 'rows of the certificate',
    ok: strange.length === 0,
    rests: 'inputs',
    expected: count,
    found: count - strange.length,
    detail:
      strange.length === 0
        ? 'each row was made again and has its hash'
        : `no such row, or another multiplier: ${strange.map((k) => `${place}.certificate.multipliers[${k}]`).join(', ')}`,
  };
}

function dualityCheck({ lpBound }: NonNullable<OptimizeResult['certificate']>, { bound }: BoundProof): Check {
  const size = Math.max(1, Math.abs(bound));
  const isProved = lpBound !== null && bound - lpBound >= -PROVED * size && bound - lpBound <= BELIEVED * size;
  return {
    name: 'bound by weak duality',
    ok: isProved,
    rests: 'weak duality',
    expected: Number.isFinite(bound) ? bound : 'nothing',
    found: lpBound,
    detail: 'recomputed from rows and multipliers, no solver asked (result.certificate.lpBound)',
  };
}

/** The program that was solved: rows may have been added while solving, never taken away. */
function sizeCheck(
  { rows, worstRowViolation }: NonNullable<OptimizeResult['certificate']>,
  proof: BoundProof | null,
): Check {
  const ok = worstRowViolation >= 0 && worstRowViolation <= BELIEVED && (proof === null || rows >= proof.ownRows);
  return {
    name: 'program solved',
    ok,
    rests: 'solver',
    expected: proof === null ? null : proof.ownRows,
    found: rows,
    detail: `rows at least those of the problem; worst row broken by ${worstRowViolation.toExponential(1)}, at most 1e-6 is believed`,
  };
}
