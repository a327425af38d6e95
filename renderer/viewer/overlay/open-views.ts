import { useCallback, useSyncExternalStore } from 'react';
import type { PdfView } from '#renderer/viewer/pages/pdf-view.ts';

/** The documents on screen, by SHA-256: for pictures of their pages elsewhere on the screen. */
export interface OpenViews {
  of(sha256: string): PdfView | null;
  /** Null when the document leaves the screen. */
  attach(sha256: string, view: PdfView | null): void;
  /** The returned function ends it. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** Knows no document until the viewer tells of one. */
export function makeOpenViews(): OpenViews {
  const listeners = new Set<() => void>();
  const views = new Map<string, PdfView>();
  return {
    of: (sha256) => views.get(sha256) ?? null,
    attach(sha256, view) {
      if (view) views.set(sha256, view);
      else views.delete(sha256);
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The document while it is on screen, else null. */
export function useOpenView(views: OpenViews, sha256: string): PdfView | null {
  const now = useCallback(() => views.of(sha256), [views, sha256]);
  return useSyncExternalStore(views.subscribe, now);
}
