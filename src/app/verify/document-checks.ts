import type { Issue } from '../../domain/index.js';
import { VERSION } from '../../domain/version.js';
import type { Manifest } from '../../schema/envelope.js';
import type { Check } from '../../schema/verify-document.js';
import { type Seal, sealsOf } from '../seals.js';
import type { RecordedDocument } from './recorded-run.js';

/** A check that rests on the inputs alone and compares two words. */
export function same(name: string, expected: string | null, found: string | null, detail = ''): Check {
  return { name, ok: expected === found, rests: 'inputs', expected, found, detail };
}

/** What can be checked of a document before anything is made again: its shape, its version, and whether it was changed. */
export function documentChecks(document: RecordedDocument): Check[] {
  const { schema, manifest } = document;
  return [
    same('schema', schema, schema, 'every key and type is as the schema says'),
    versionCheck(manifest),
    sealCheck(document),
  ];
}

function versionCheck({ version }: Manifest): Check {
  const detail =
    version === VERSION ? '' : `another version of margo wrote the document: verify it with version ${version}`;
  return same('version', VERSION, version, detail);
}

function sealCheck(document: RecordedDocument): Check {
  const { seals = [] } = document.manifest;
  const made = sealsOf(document);
  const changed = made.filter(({ part, sha256 }) => seals.find((seal) => seal.part === part)?.sha256 !== sha256);
  const lost = seals.filter(({ part }) => !made.some((seal) => seal.part === part));
  const names = [...changed, ...lost].map(({ part }: Seal) => part);
  return {
    name: 'unchanged',
    ok: names.length === 0 && seals.length === made.length,
    rests: 'inputs',
    expected: made.length,
    found: made.length - changed.length,
    detail:
      names.length === 0
        ? 'every part has the hash it was written with'
        : `changed since it was written: ${names.join(', ')}`,
  };
}

/** One check an input: whether it is byte for byte what the run read. */
export function inputChecks({ inputs }: Manifest, now: Manifest['inputs']): Check[] {
  return inputs.map(({ role, sha256 }, k) => {
    // Cases of one run may each have a market: the same role several times, in the same order.
    const before = inputs.slice(0, k).filter((one) => one.role === role).length;
    const read = now.filter((one) => one.role === role)[before];
    const detail = read === undefined ? 'not read again' : read.file;
    return same(`input ${role}`, sha256, read?.sha256 ?? null, detail);
  });
}

/** Whether the same rule book, figures and instant are in force. */
export function basisChecks(recorded: Manifest, now: Manifest): Check[] {
  const model = ({ model: used }: Manifest) =>
    used === null ? null : `${used.id} (${used.parameters}, ${used.effectiveDate})`;
  return [
    same('rule book', model(now), model(recorded)),
    same('as of', now.asOf, recorded.asOf),
    same('seed', String(now.seed), String(recorded.seed)),
  ];
}

/** Status and complaints: codes and places; the files' names may have changed. */
export function outcomeChecks(
  document: RecordedDocument,
  now: { readonly status: string; readonly issues: readonly Issue[] },
): Check[] {
  const told = ({ issues }: { readonly issues: readonly Pick<Issue, 'code' | 'line' | 'field'>[] }) =>
    issues.map(({ code, line, field }) => [code, line, field].filter((part) => part !== null).join(' ')).join(', ');
  return [same('status', now.status, document.status), same('issues', told(now), told(document))];
}
