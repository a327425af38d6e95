import { z } from 'zod';

/** Where a list goes on: as the server gave it, behind the last row that it showed. */
export const pageKeySchema = z.string().max(600);

/** How many rows a page has at most. */
export const adminPageRows = 100;

/** What is searched for in a list: parts of a name, a user name or a NIP. */
export const searchTextSchema = z.string().trim().max(100);

/** A page of rows; `next`: where it goes on, null behind the last. */
export function pageSchema<Row extends z.ZodType>(row: Row) {
  return z.looseObject({
    rows: z.array(row).max(adminPageRows),
    next: pageKeySchema.nullable(),
  });
}
