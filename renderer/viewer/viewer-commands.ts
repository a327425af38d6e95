import { useCallback, useMemo, useRef } from 'react';
import type { PdfView } from '#renderer/viewer/pages/pdf-view.ts';

/** What the keyboard of the surrounding screen can ask of the viewer; without effect while no document is shown. */
export interface ViewerCommands {
  scrollDown(): void;
  scrollUp(): void;
  zoomIn(): void;
  zoomOut(): void;
  fitWidth(): void;
  rotate(): void;
  search(): void;
  nextDocument(): void;
  /** Goes to the first part that was not seen yet, in this document or the next one that has such a page. */
  showUnseen(): void;
}

/** What concerns the shown document alone. */
export interface PageCommands extends Omit<ViewerCommands, 'nextDocument' | 'showUnseen'> {
  /** Goes to the first part of a page that was not seen yet. */
  showUnseenPart(page: number): void;
}

/** The shown document as the commands reach it. */
export interface AttachedView {
  readonly view: PdfView;
  openSearch(): void;
}

/** One screen down or up, as a share of the view's height: it leaves a strip of what was read before. */
export const scrollShare = 0.9;

/** Commands that reach whatever document is attached at the time. */
export function useViewerCommands(): {
  readonly commands: PageCommands;
  readonly attach: (attached: AttachedView | null) => void;
} {
  const attached = useRef<AttachedView | null>(null);
  const attach = useCallback((next: AttachedView | null) => {
    attached.current = next;
  }, []);
  const commands = useMemo(
    () => ({
      scrollDown: () => attached.current?.view.scrollBy(scrollShare),
      scrollUp: () => attached.current?.view.scrollBy(-scrollShare),
      showUnseenPart: (page: number) => attached.current?.view.showUnseenPart(page),
      zoomIn: () => attached.current?.view.zoomIn(),
      zoomOut: () => attached.current?.view.zoomOut(),
      fitWidth: () => attached.current?.view.fitWidth(),
      rotate: () => attached.current?.view.rotate(),
      search: () => attached.current?.openSearch(),
    }),
    [],
  );
  return { commands, attach };
}
