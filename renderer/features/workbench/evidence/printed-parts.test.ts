import { describe, expect, it } from 'vitest';
import {
  isPrintedOtherwise,
  printedParts,
} from '#renderer/features/workbench/evidence/printed-parts.ts';

/** What is marked as differing. */
function marked(printed: string, proposed: string): readonly string[] {
  return printedParts(printed, proposed).flatMap(({ text, changed }) => (changed ? [text] : []));
}

describe('what is printed instead', () => {
  it.each(['29-04-1991', '29 APRIL 1991', '29 Apr 1991', '29/04/1991'])(
    'marks nothing in %s, which is the same day',
    (printed) => {
      expect(marked(printed, '29 April 1991')).toEqual([]);
    },
  );

  it('marks what sets another day apart, however it is written', () => {
    expect(marked('5 Agustus 2025', '5 Agustus 2024')).toEqual(['5']);
    expect(marked('28-04-1991', '29 April 1991')).not.toEqual([]);
    // Read with a letter among the figures: it may well be another day.
    expect(marked('2B-04-1991', '28 April 1991')).not.toEqual([]);
  });

  it('marks the letters of other values', () => {
    expect(marked('PG-19901388783', 'PG-19901389783')).toEqual(['8']);
  });

  it('takes capitals, blanks and stops for no other value', () => {
    expect(isPrintedOtherwise('TRI SANTOSO', 'Tri Santoso')).toBe(false);
    expect(isPrintedOtherwise('19830619 200902 2 939', '198306192009022939')).toBe(false);
    expect(isPrintedOtherwise('', 'Tri Santoso')).toBe(false);
    expect(isPrintedOtherwise('29-04-1991', '29 April 1991')).toBe(true);
  });
});
