import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { boundedList, boundedTable, instantText } from '#shared/kernel/bounded.ts';

describe('a bounded list', () => {
  const list = boundedList(z.object({ id: z.string() }), { min: 1, max: 3 });

  it('is read like any list', () => {
    const value = [{ id: 'a' }, { id: 'b' }];
    expect(list.parse(value)).toEqual(value);
    expect(list.safeParse([]).success).toBe(false);
    expect(list.safeParse('abc').success).toBe(false);
    expect(z.object({ list }).safeParse({}).success).toBe(false);
    expect(z.object({ list: list.exactOptional() }).safeParse({}).success).toBe(true);
  });

  it('is refused for its length before a single element is looked at', () => {
    let looked = 0;
    const element = z.unknown().refine(() => {
      looked += 1;
      return true;
    });
    const long = Array.from({ length: 100_000 }, () => ({}));
    expect(boundedList(element, { max: 3 }).safeParse(long).success).toBe(false);
    expect(looked).toBe(0);
  });

  it('reports one thing of an element that does not fit, and no other element', () => {
    const many = boundedList(z.object({ a: z.int(), b: z.int(), c: z.int() }), { max: 50_000 });
    const issues = many.safeParse(Array.from({ length: 50_000 }, () => ({}))).error?.issues;
    expect(issues).toMatchObject([{ path: [0] }]);
  });

  it('stands in JSON Schema as the list that it is', () => {
    const schema = z.toJSONSchema(list, { io: 'input' });
    expect(schema).toMatchObject({ type: 'array', minItems: 1, maxItems: 3 });
  });
});

it('a bounded table has an end', () => {
  const table = boundedTable(z.string().max(9), z.string().max(9), 2);
  expect(table.parse({ a: '1', b: '2' })).toEqual({ a: '1', b: '2' });
  expect(table.safeParse({ a: '1', b: '2', c: '3' }).success).toBe(false);
  expect(z.toJSONSchema(table)).toMatchObject({ maxProperties: 2 });
});

it('a moment cannot have a fraction of a million digits', () => {
  expect(instantText.safeParse('2026-11-22T02:00:00.000Z').success).toBe(true);
  expect(instantText.safeParse(`2026-11-22T02:00:00.${'0'.repeat(1_000)}Z`).success).toBe(false);
});
