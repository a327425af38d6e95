import { describe, expect, it } from 'vitest';
import { firstUnseenPage, markOf } from '#renderer/viewer/document/seen-document.ts';

describe('a document', () => {
  it('that was not opened yet is unseen from its first page', () => {
    expect(firstUnseenPage(undefined)).toBe(1);
    expect(markOf(undefined)).toBe('baru');
  });

  it('is seen once every page was', () => {
    expect(firstUnseenPage({ pageCount: 3, pagesSeen: [3, 1] })).toBe(2);
    expect(markOf({ pageCount: 3, pagesSeen: [3, 1] })).toBe('baru');
    expect(firstUnseenPage({ pageCount: 2, pagesSeen: [1, 2] })).toBeNull();
    expect(markOf({ pageCount: 2, pagesSeen: [1, 2] })).toBe('dilihat');
  });

  it('that cannot be opened has nothing left to see', () => {
    expect(firstUnseenPage({ pageCount: null, pagesSeen: [] })).toBeNull();
    expect(markOf({ pageCount: null, pagesSeen: [] })).toBe('gagal');
  });
});
