import { describe, expect, it } from 'vitest';
import { render } from '../../src/render/index.js';
import { hostileDocument, marginDocument, optimizeDocument } from './documents.js';

const json = { format: 'json', width: 80, color: true } as const;

describe('json', () => {
  it.each([marginDocument, optimizeDocument, hostileDocument])(
    'is the document, to the last digit',
    async (document) => {
      expect(JSON.parse(await render(document, json))).toEqual(document);
    },
  );

  it('keeps the order of the keys, indents by two, ends with a newline', async () => {
    const text = await render(marginDocument, json);
    expect(text.startsWith('{\n  "schema": "margo/margin@1",\n  "status": "ok",\n  "manifest": {\n    "program"')).toBe(
      true,
    );
    expect(text.endsWith('\n}\n')).toBe(true);
    expect(Object.keys(JSON.parse(text))).toEqual(['schema', 'status', 'manifest', 'result', 'issues']);
  });

  it('prints a document that has no other writer', async () => {
    const document = { ...marginDocument, schema: 'margo/unknown@1' };
    expect(JSON.parse(await render(document, json)).schema).toBe('margo/unknown@1');
  });

  it.each(['table', 'ndjson', 'csv', 'md', 'html'] as const)(
    '%s throws on a document without a writer',
    async (format) => {
      const document = { ...marginDocument, schema: 'margo/unknown@1' };
      await expect(render(document, { ...json, format })).rejects.toThrow(
        new TypeError('no writer for a document of schema margo/unknown@1'),
      );
    },
  );
});
