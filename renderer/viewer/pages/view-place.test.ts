import { describe, expect, it } from 'vitest';
import type { PlacedPage } from '#renderer/viewer/pages/page-views.ts';
import { placeAt, scrollFor } from '#renderer/viewer/pages/view-place.ts';

const pages: readonly PlacedPage[] = [
  { page: 1, top: 0, left: 10, width: 800, height: 1000 },
  { page: 2, top: 1008, left: 10, width: 800, height: 500 },
];

describe('the place at which a view begins', () => {
  it('is a share of the page at its upper edge', () => {
    expect(placeAt(pages, { top: 250, left: 210 })).toEqual({ page: 1, top: 0.25, left: 0.25 });
    expect(placeAt(pages, { top: 1258, left: 10 })).toEqual({ page: 2, top: 0.5, left: 0 });
  });

  it('is the head of a page while only the gap above it is in view', () => {
    expect(placeAt(pages, { top: 1003, left: 0 })).toEqual({ page: 2, top: 0, left: 0 });
  });

  it('is the last page beyond the end, and nowhere without pages', () => {
    expect(placeAt(pages, { top: 5000, left: 0 })?.page).toBe(2);
    expect(placeAt([], { top: 0, left: 0 })).toBeNull();
    expect(placeAt([{ page: 1, top: 0, left: 0, width: 0, height: 0 }], { top: 0, left: 0 })).toBe(
      null,
    );
  });

  it('is found again, also when the pages have another size by then', () => {
    const place = placeAt(pages, { top: 400, left: 90 })!;
    const larger: PlacedPage = { page: 1, top: 0, left: 0, width: 1600, height: 2000 };
    expect(scrollFor(place, larger)).toEqual({ top: 800, left: 160 });
  });
});
