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
}

/** The shown document as the commands reach it. */
export interface AttachedView {
  readonly view: PdfView;
  openSearch(): void;
}

/** One screen down or up leaves a strip of what was read before. */
const scrollShare = 0.9;

/** Commands that reach whatever document is attached at the time. */
export function useViewerCommands(): {
  readonly commands: Omit<ViewerCommands, 'nextDocument'>;
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
