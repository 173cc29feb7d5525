import { describe, expect, it } from 'vitest';
import { breathe } from '../../src/app/breathe.js';

describe('breathe', () => {
  it('lets what waits have its turn', async () => {
    let turned = false;
    setImmediate(() => {
      turned = true;
    });
    await breathe(new AbortController().signal);
    expect(turned).toBe(true);
  });

  it('ends what has been interrupted meanwhile', async () => {
    const stop = new AbortController();
    setImmediate(() => stop.abort(new Error('interrupted')));
    await expect(breathe(stop.signal)).rejects.toThrow('interrupted');
  });
});
