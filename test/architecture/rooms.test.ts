import { describe, expect, it } from 'vitest';
import { type Import, importsOf } from './imports.js';
import { LIBRARY_MAY, ROOM_RULES, roomOf } from './rooms.js';
import { filesBelow } from './source-tree.js';

const FILES = filesBelow('src');

/** A sentence for every import that goes against the arrows. */
function trespasses(imports: readonly Import[]): readonly string[] {
  return imports.flatMap((one) => {
    if (!one.isRelative) return [];
    const from = roomOf(one.from);
    const to = roomOf(one.to);
    if (from === to) return [];
    if (to === null) return [`${one.from} imports ${one.to}, which is in no room`];
    const rule = from === null ? { may: LIBRARY_MAY, because: 'the library has no command line' } : ROOM_RULES[from];
    const isAllowed = rule?.may.includes(to) || (one.isTypeOnly && rule?.types?.includes(to));
    return isAllowed ? [] : [`${one.from} imports ${one.to}: ${rule?.because ?? 'an unknown room'}`];
  });
}

describe('the rooms', () => {
  it('are those of the design', () => {
    const rooms = new Set(FILES.map(({ path }) => roomOf(path)).filter((room) => room !== null));
    expect([...rooms].filter((room) => !(room in ROOM_RULES))).toEqual([]);
    expect(FILES.map(({ path }) => path).filter((path) => roomOf(path) === null)).toEqual(
      FILES.some(({ path }) => path === 'src/index.ts') ? ['src/index.ts'] : [],
    );
  });

  it.each(Object.keys(ROOM_RULES))('%s imports along the arrows only', (room) => {
    const files = FILES.filter(({ path }) => roomOf(path) === room);
    expect(files).not.toEqual([]);
    expect(trespasses(files.flatMap(importsOf))).toEqual([]);
  });

  it('are all open to the library, except the command line', () => {
    expect(trespasses(FILES.filter(({ path }) => roomOf(path) === null).flatMap(importsOf))).toEqual([]);
  });

  it('have arrows without a circle', () => {
    const done = new Set<string>();
    const enter = (room: string, trail: readonly string[]): void => {
      expect(trail, 'a circle').not.toContain(room);
      if (done.has(room)) return;
      const rule = ROOM_RULES[room];
      for (const next of [...(rule?.may ?? []), ...(rule?.types ?? [])]) enter(next, [...trail, room]);
      done.add(room);
    };
    for (const room of Object.keys(ROOM_RULES)) enter(room, []);
    expect(done.size).toBe(Object.keys(ROOM_RULES).length);
  });

  it('have a paragraph at their door', () => {
    const doors = FILES.filter(({ path }) => /^src\/[^/]+\/index\.ts$/.test(path));
    const silent = doors.filter(({ text }) => !/^\/\*\*\n \* \S|^\/\*\* \S/.test(text));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  it('would be seen to trespass', () => {
    const one = { isRelative: true, isDynamic: false } as const;
    const seen = trespasses([
      { ...one, from: 'src/render/a.ts', to: 'src/app/b.ts', isTypeOnly: false },
      { ...one, from: 'src/render/a.ts', to: 'src/schema/b.ts', isTypeOnly: false },
      { ...one, from: 'src/optimizer/a.ts', to: 'src/scenario/b.ts', isTypeOnly: false },
      { ...one, from: 'src/optimizer/a.ts', to: 'src/scenario/b.ts', isTypeOnly: true },
      { ...one, from: 'src/index.ts', to: 'src/cli/b.ts', isTypeOnly: true },
      { ...one, from: 'src/math/a.ts', to: 'test/b.ts', isTypeOnly: false },
    ]);
    expect(seen.map((sentence) => sentence.split(/[:,]/)[0])).toEqual([
      'src/render/a.ts imports src/app/b.ts',
      'src/optimizer/a.ts imports src/scenario/b.ts',
      'src/index.ts imports src/cli/b.ts',
      'src/math/a.ts imports test/b.ts',
    ]);
  });
});

describe('what cli takes from ingest', () => {
  // Reading positions and markets is a use case and belongs to app.
  const CONFIGURATION =
    /^src\/ingest\/(?:config\/|json\/|nearest-name\.ts$|read-json-object\.ts$|[a-z-]*config[a-z-]*\.ts$)/;

  it('is the configuration and the nearest name', () => {
    const taken = FILES.filter(({ path }) => roomOf(path) === 'cli')
      .flatMap(importsOf)
      .filter(({ to, isRelative, isTypeOnly }) => isRelative && !isTypeOnly && roomOf(to) === 'ingest');
    expect(taken.filter(({ to }) => !CONFIGURATION.test(to)).map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });
});

describe('files', () => {
  it('do not import each other in a circle', () => {
    const links = new Map(
      FILES.map((file) => [
        file.path,
        importsOf(file)
          .filter(({ isRelative, isTypeOnly, isDynamic }) => isRelative && !isTypeOnly && !isDynamic)
          .map(({ to }) => to),
      ]),
    );
    expect(circles(links)).toEqual([]);
  });

  it('would be seen to', () => {
    const links = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['b']],
    ]);
    expect(circles(links)).toEqual(['b -> c -> b']);
  });
});

/** Every circle that a walk from file to file runs into, told once. */
function circles(links: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const found: string[] = [];
  const left = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
    else if (!left.has(path)) {
      for (const next of links.get(path) ?? []) walk(next, [...trail, path]);
      left.add(path);
    }
  };
  for (const path of links.keys()) walk(path, []);
  return found;
}
