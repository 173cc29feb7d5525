/** An object of a vector file, read field by field; a field that is missing or unsuitable is named by its whole path. */
export interface JsonFacts {
  readonly path: string;
  /** A number, or a decimal string of any length. Without `fallback` the field is required. */
  number(key: string, fallback?: number): number;
  text(key: string): string;
  flag(key: string, fallback?: boolean): boolean;
  has(key: string): boolean;
  object(key: string): JsonFacts;
  /** Objects of a list; a missing list is empty unless it is required. */
  list(key: string, required?: 'required'): readonly JsonFacts[];
  /** Numbers of a list, or of a list of lists at the position `at` of each. */
  numbers(key: string, at?: number): readonly number[];
}

/** @throws RangeError, naming the place, where `value` is no object; the readers throw the same way */
export function jsonFacts(value: unknown, path = ''): JsonFacts {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new RangeError(`${path || 'the document'} is no object`);
  }
  const fields = value as Readonly<Record<string, unknown>>;
  const place = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const field = (key: string): unknown => {
    const found = fields[key];
    if (found === undefined || found === null) throw new RangeError(`${place(key)} is missing`);
    return found;
  };
  const has = (key: string): boolean => fields[key] !== undefined && fields[key] !== null;
  const array = (key: string): readonly unknown[] => {
    const found = field(key);
    if (!Array.isArray(found)) throw new RangeError(`${place(key)} is no list`);
    return found;
  };
  return {
    path,
    has,
    number: (key, fallback) => (fallback !== undefined && !has(key) ? fallback : numberAt(field(key), place(key))),
    text: (key) => String(field(key)),
    flag: (key, fallback) => (fallback !== undefined && !has(key) ? fallback : flagAt(field(key), place(key))),
    object: (key) => jsonFacts(field(key), place(key)),
    list: (key, required) =>
      required === undefined && !has(key) ? [] : array(key).map((item, i) => jsonFacts(item, `${place(key)}[${i}]`)),
    numbers: (key, at) =>
      array(key).map((item, i) => {
        const inner = at === undefined ? item : Array.isArray(item) ? item.at(at) : undefined;
        return numberAt(inner, `${place(key)}[${i}]`);
      }),
  };
}

function numberAt(value: unknown, place: string): number {
  const isText = typeof value === 'string' && value.trim() !== '';
  const figure = isText ? Number(value) : value;
  if (typeof figure === 'number' && Number.isFinite(figure)) return figure;
  throw new RangeError(`${place} is no number: ${JSON.stringify(value) ?? 'nothing'}`);
}

/** true and false, 1 and 0, and the same as text. */
function flagAt(value: unknown, place: string): boolean {
  const word = String(value).toLowerCase();
  if (word === 'true' || word === '1') return true;
  if (word === 'false' || word === '0') return false;
  throw new RangeError(`${place} is neither true nor false: ${JSON.stringify(value)}`);
}
