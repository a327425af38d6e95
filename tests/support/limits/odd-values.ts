import { randomUUID } from 'node:crypto';

/** What nobody honest puts into a field. */
const oddities: readonly unknown[] = [
  null,
  true,
  '',
  'x',
  ' ',
  '\u0000',
  '\uD800',
  '\u202Eevil\u001B[2J',
  "' OR 1=1 --",
  '../../etc/passwd',
  'x'.repeat(9_000),
  -1,
  0,
  0.5,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  1e308,
  [],
  [[]],
  {},
  { length: 1 },
  { toString: 1 },
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999999999Z',
  '2026-02-30T00:00:00Z',
  randomUUID().toUpperCase(),
];

/** The value with another one in each of its places, in turn. */
export function* withOddities(value: unknown): Generator {
  yield* oddities;
  if (typeof value !== 'object' || value === null) return;
  const isList = Array.isArray(value);
  for (const [key, member] of Object.entries(value)) {
    for (const odd of withOddities(member)) {
      yield isList
        ? value.map((one, at) => (at === Number(key) ? odd : one))
        : { ...value, [key]: odd };
    }
  }
}
