import { describe, expect, it } from 'vitest';
import type { RememberedView } from '#renderer/viewer/document/viewer-ports.ts';
import { nextView, sameView } from '#renderer/viewer/pages/remembered-view.ts';

const atWidth: RememberedView = { zoom: 'lebar', top: 0, left: 0 };
const zoomed: RememberedView = { zoom: 1.5, top: 0.4, left: 0.2 };

describe('what is remembered for the next document of a kind', () => {
  it('is zoom and place once the page is wider than the view', () => {
    const now = { zoom: 1.5, left: 0.2, top: 0.4, beyondWidth: true };
    expect(nextView(atWidth, now)).toEqual(zoomed);
  });

  it('keeps the vertical place as long as the person stayed nowhere on the first page', () => {
    const now = { zoom: 2, left: 0.1, top: null, beyondWidth: true };
    expect(nextView(zoomed, now)).toEqual({ zoom: 2, left: 0.1, top: 0.4 });
  });

  it('is the head of the page again for who reads at full width', () => {
    const now = { zoom: 'lebar', left: 0, top: 0.7, beyondWidth: false } as const;
    expect(nextView(zoomed, now)).toEqual(atWidth);
    expect(nextView(zoomed, { ...now, zoom: 'halaman' }).zoom).toBe('halaman');
  });

  it('survives a document whose page happens to fit at that zoom', () => {
    const now = { zoom: 1.5, left: 0, top: null, beyondWidth: false };
    expect(nextView(zoomed, now)).toBe(zoomed);
  });
});

describe('two views', () => {
  it('are the same up to what nobody notices', () => {
    expect(sameView(zoomed, { zoom: 1.504, top: 0.404, left: 0.2 })).toBe(true);
    expect(sameView(zoomed, { ...zoomed, zoom: 1.6 })).toBe(false);
    expect(sameView(zoomed, { ...zoomed, left: 0.3 })).toBe(false);
    expect(sameView(atWidth, { ...atWidth, zoom: 1 })).toBe(false);
  });
});
