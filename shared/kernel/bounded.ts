import { z } from 'zod';

// Every text, list and table that crosses the wire has an upper bound: without one, whoever may send a little may send
// as much as memory holds. The bounds lie far above whatever honest data needs.

/** An id, a code or the name of a field. */
export const codeText = z.string().max(200);
/** What stands on one line: a name, a title, a reason. */
export const lineText = z.string().max(2_000);
/** What a person may type at length: a note, the value of a field. */
export const longText = z.string().max(100_000);
/** A moment, ISO 8601 UTC; without the bound its fraction of a second could go on for ever. */
export const instantText = z.iso.datetime().max(40);

/**
 * A list from somebody who is not trusted: its length is judged before its elements, and reading ends at the first
 * element that does not fit, so that a short text cannot make the reader write a long report of what is wrong with it.
 */
export function boundedList<const Element extends z.ZodType>(
  element: Element,
  { min = 0, max }: { readonly min?: number; readonly max: number },
) {
  return z.preprocess((value: z.input<Element>[], context) => {
    if (!Array.isArray(value)) return value;
    if (value.length > max) {
      context.addIssue({ code: 'custom', message: `At most ${max} elements.` });
      return z.NEVER;
    }
    const wrong = value.findIndex((one) => !element.safeParse(one).success);
    if (wrong === -1) return value;
    context.addIssue({ code: 'custom', message: 'An element does not fit.', path: [wrong] });
    return z.NEVER;
  }, z.array(element).min(min).max(max));
}

/** A table of values by their keys, of `max` entries at most. */
export function boundedTable<Key extends z.ZodType<string, string>, Value extends z.ZodType>(
  key: Key,
  value: Value,
  max: number,
) {
  return z
    .record(key, value)
    .refine((table) => Object.keys(table).length <= max, `At most ${max} entries.`)
    .meta({ maxProperties: max });
}
