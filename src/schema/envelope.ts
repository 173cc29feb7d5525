import { type Static, type TSchema, Type } from '@sinclair/typebox';
import { closed, IssueSchema, Nullable } from './common.js';

export const StatusSchema = Type.Union([
  Type.Literal('ok'),
  Type.Literal('no'),
  Type.Literal('infeasible'),
  Type.Literal('stopped'),
  Type.Literal('error'),
]);

export const ManifestSchema = closed({
  program: Type.Literal('margo'),
  version: Type.String(),
  model: Nullable(closed({ id: Type.String(), parameters: Type.String(), effectiveDate: Type.String() })),
  asOf: Nullable(Type.String({ description: 'ISO 8601, UTC' })),
  inputs: Type.Array(closed({ role: Type.String(), file: Type.String(), sha256: Type.String() })),
  options: Type.Record(Type.String(), Type.Unknown(), { description: 'options in effect, without paths of output' }),
  solver: Nullable(closed({ id: Type.String(), version: Type.String() })),
  seed: Type.Integer(),
  startedAt: Type.String(),
  timings: Type.Record(Type.String(), Type.Number(), { description: 'milliseconds by step' }),
  seals: Type.Optional(
    Type.Array(closed({ part: Type.String(), sha256: Type.String() }), {
      description: 'SHA-256 of each part of the document, keys sorted, without blanks; margo verify makes them again',
    }),
  ),
});

/** The envelope round every machine-readable output; keys in this order. */
export const envelope = <T extends TSchema>(command: string, version: number, result: T) =>
  closed(
    {
      schema: Type.Literal(`margo/${command}@${version}`),
      status: StatusSchema,
      manifest: ManifestSchema,
      result: Nullable(result),
      issues: Type.Array(IssueSchema),
    },
    `What margo ${command} prints with --json`,
  );

export type Status = Static<typeof StatusSchema>;
export type Manifest = Static<typeof ManifestSchema>;
export type DocumentIssue = Static<typeof IssueSchema>;

/** Any document, by its result; `schema` says which (`margo/margin@1`). `result` is null when there is nothing to report. */
export interface Envelope<R> {
  readonly schema: string;
  readonly status: Status;
  readonly manifest: Manifest;
  readonly result: R | null;
  readonly issues: readonly DocumentIssue[];
}
