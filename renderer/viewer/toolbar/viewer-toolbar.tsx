import { makeStyles, Text, tokens } from '@fluentui/react-components';
import {
  ArrowRotateClockwise20Regular,
  AutoFitWidth20Regular,
  ChevronDown20Regular,
  ChevronUp20Regular,
  Search20Regular,
  ZoomIn20Regular,
  ZoomOut20Regular,
} from '@fluentui/react-icons';
import { viewerText } from '#renderer/ui/text/viewer.ts';
import type { PdfView } from '#renderer/viewer/pages/pdf-view.ts';
import { SeenMark } from '#renderer/viewer/toolbar/seen-mark.tsx';
import { ToolButton } from '#renderer/viewer/toolbar/tool-button.tsx';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    padding: '2px 8px',
    minHeight: '34px',
    gap: '2px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  divider: {
    width: '1px',
    height: '18px',
    margin: '0 6px',
    backgroundColor: tokens.colorNeutralStroke2,
  },
  page: { minWidth: '118px', textAlign: 'center' },
});

interface ViewerToolbarProps {
  readonly view: PdfView | null;
  readonly page: number;
  readonly pageCount: number;
  /** How many pages were seen. */
  readonly seen: number;
  readonly onSearch: () => void;
}

/** Moves through, zooms, rotates and searches the document; says how much of it was seen. */
export function ViewerToolbar({ view, page, pageCount, seen, onSearch }: ViewerToolbarProps) {
  const styles = useStyles();
  return (
    <div className={styles.root} role="toolbar" aria-label={viewerText.toolbar}>
      <ZoomButtons view={view} />
      <span className={styles.divider} />
      <ToolButton
        icon={<ChevronUp20Regular />}
        label={viewerText.previousPage}
        disabled={view === null || page <= 1}
        onClick={() => view?.showPage(page - 1)}
      />
      <Text size={200} className={styles.page} data-testid="halaman">
        {view && viewerText.page(page, pageCount)}
      </Text>
      <ToolButton
        icon={<ChevronDown20Regular />}
        label={viewerText.nextPage}
        disabled={view === null || page >= pageCount}
        onClick={() => view?.showPage(page + 1)}
      />
      <span className={styles.divider} />
      <ToolButton
        icon={<Search20Regular />}
        label={viewerText.search}
        action="findInDocument"
        disabled={view === null}
        onClick={onSearch}
      />
      {view && <SeenMark seen={seen} pageCount={pageCount} />}
    </div>
  );
}

function ZoomButtons({ view }: { readonly view: PdfView | null }) {
  const disabled = view === null;
  return (
    <>
      <ToolButton
        icon={<ZoomOut20Regular />}
        label={viewerText.zoomOut}
        action="zoomOut"
        disabled={disabled}
        onClick={() => view?.zoomOut()}
      />
      <ToolButton
        icon={<ZoomIn20Regular />}
        label={viewerText.zoomIn}
        action="zoomIn"
        disabled={disabled}
        onClick={() => view?.zoomIn()}
      />
      <ToolButton
        icon={<AutoFitWidth20Regular />}
        label={viewerText.fitWidth}
        action="fitWidth"
        disabled={disabled}
        onClick={() => view?.fitWidth()}
      />
      <ToolButton
        icon={<ArrowRotateClockwise20Regular />}
        label={viewerText.rotate}
        action="rotate"
        disabled={disabled}
        onClick={() => view?.rotate()}
      />
    </>
  );
}
