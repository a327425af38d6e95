/** What was seen of a document; `pageCount` null when it could not be opened. */
export interface SeenDocument {
  readonly pageCount: number | null;
  readonly pagesSeen: readonly number[];
}

/** How far the person is with a document: not through, every page seen, or it could not be opened. */
export type SeenState = 'baru' | 'dilihat' | 'gagal';

/** The first page that was not seen yet; null when every page was seen or none can be shown. */
export function firstUnseenPage(document: SeenDocument | undefined): number | null {
  if (!document) return 1;
  const { pageCount, pagesSeen } = document;
  for (let page = 1; page <= (pageCount ?? 0); page += 1)
    if (!pagesSeen.includes(page)) return page;
  return null;
}

/** The mark of a document; one that was not opened yet is undefined. */
export function markOf(document: SeenDocument | undefined): SeenState {
  if (!document) return 'baru';
  if (document.pageCount === null) return 'gagal';
  return document.pagesSeen.length >= document.pageCount ? 'dilihat' : 'baru';
}
