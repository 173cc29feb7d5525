import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { marginDocument } from './documents.js';

const loaded: string[] = [];

beforeEach(() => {
  loaded.length = 0;
  vi.resetModules();
  vi.doMock('chalk', async (importOriginal) => {
    loaded.push('chalk');
    return importOriginal();
  });
  vi.doMock('cli-table3', async (importOriginal) => {
    loaded.push('cli-table3');
    return importOriginal();
  });
});

afterEach(() => {
  vi.doUnmock('chalk');
  vi.doUnmock('cli-table3');
});

it.each(['json', 'ndjson', 'csv', 'md', 'html'] as const)('%s loads neither chalk nor cli-table3', async (format) => {
  const { render, renderIssues } = await import('../../src/render/index.js');
  await render(marginDocument, { format, width: 80, color: true });
  renderIssues(marginDocument.issues, { color: true, width: 80 });
  expect(loaded).toEqual([]);
});

it('table loads both', async () => {
  const { render } = await import('../../src/render/index.js');
  await render(marginDocument, { format: 'table', width: 80, color: true });
  expect([...loaded].sort()).toEqual(['chalk', 'cli-table3']);
});
