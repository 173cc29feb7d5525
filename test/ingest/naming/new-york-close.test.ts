import { describe, expect, it } from 'vitest';
import { newYorkClose } from '../../../src/ingest/naming/new-york-close.js';

const WALL_CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'America/New_York',
  dateStyle: 'short',
  timeStyle: 'short',
});

describe('the close in New York', () => {
  it('is 16:00 on the wall clock of the time zone database, every day from 2000 to 2036', () => {
    const wrong: string[] = [];
    for (let midnight = Date.UTC(2000, 0, 1); midnight < Date.UTC(2037, 0, 1); midnight += 86_400_000) {
      const date = new Date(midnight);
      const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
      const wanted = `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}, 16:00`;
      const shown = WALL_CLOCK.format(newYorkClose({ year, month, day }));
      if (shown !== wanted) wrong.push(`${wanted} but ${shown}`);
    }
    expect(wrong).toEqual([]);
  });
});
