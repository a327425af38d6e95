import { makeStyles, Text, tokens, Toolbar, ToolbarDivider } from '@fluentui/react-components';
import {
  ArrowRotateClockwise20Regular,
  AutoFitWidth20Regular,
  CheckmarkCircle16Filled,
  ChevronDown20Regular,
  ChevronUp20Regular,
  Eye16Regular,
  Search20Regular,
  ZoomIn20Regular,
  ZoomOut20Regular,
} from '@fluentui/react-icons';
import { viewerText } from '#renderer/ui/text/viewer.ts';
import type { PdfView } from '#renderer/viewer/pages/pdf-view.ts';
import { ToolButton } from '#renderer/viewer/toolbar/tool-button.tsx';

const useStyles = makeStyles({
  root: {
    padding: '2px 8px',
    minHeight: '34px',
    gap: '2px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  page: { minWidth: '118px', textAlign: 'center' },
  seen: { marginLeft: 'auto', display: 'flex', alignItems: 'center', gap: '4px' },
  done: { color: tokens.colorPaletteGreenForeground1 },
  left: { color: tokens.colorPaletteDarkOrangeForeground1 },
});

interface ViewerToolbarProps {
  readonly view: PdfView | null;
  readonly page: number;
  readonly pageCount: number;
  readonly seen: number;
  readonly onSearch: () => void;
}

/** Moves through, zooms, rotates and searches the document; says how much of it was seen. */
export function ViewerToolbar({ view, page, pageCount, seen, onSearch }: ViewerToolbarProps) {
  const styles = useStyles();
  const off = view === null;
  return (
    <Toolbar className={styles.root} aria-label={viewerText.toolbar} size="small">
      <ToolButton icon={<ZoomOut20Regular />} label={viewerText.zoomOut} action="zoomOut" disabled={off} onClick={() => view?.zoomOut()} />
      <ToolButton icon={<ZoomIn20Regular />} label={viewerText.zoomIn} action="zoomIn" disabled={off} onClick={() => view?.zoomIn()} />
      <ToolButton icon={<AutoFitWidth20Regular />} label={viewerText.fitWidth} action="fitWidth" disabled={off} onClick={() => view?.fitWidth()} />
      <ToolButton icon={<ArrowRotateClockwise20Regular />} label={viewerText.rotate} action="rotate" disabled={off} onClick={() => view?.rotate()} />
      <ToolbarDivider />
      <ToolButton icon={<ChevronUp20Regular />} label={viewerText.previousPage} disabled={off || page <= 1} onClick={() => view?.showPage(page - 1)} />
      <Text size={200} className={styles.page} data-testid="halaman">
        {off ? '' : viewerText.page(page, pageCount)}
      </Text>
      <ToolButton icon={<ChevronDown20Regular />} label={viewerText.nextPage} disabled={off || page >= pageCount} onClick={() => view?.showPage(page + 1)} />
      <ToolbarDivider />
      <ToolButton icon={<Search20Regular />} label={viewerText.search} action="findInDocument" disabled={off} onClick={onSearch} />
      {!off && <SeenMark seen={seen} pageCount={pageCount} />}
    </Toolbar>
  );
}

function SeenMark({ seen, pageCount }: { readonly seen: number; readonly pageCount: number }) {
  const styles = useStyles();
  const all = seen >= pageCount;
  return (
    <span className={styles.seen} title={viewerText.seen(seen, pageCount)}>
      {all ? <CheckmarkCircle16Filled className={styles.done} /> : <Eye16Regular className={styles.left} />}
      <Text size={200} className={all ? styles.done : styles.left} data-testid="halaman-dilihat">
        {all ? viewerText.allSeen : viewerText.seen(seen, pageCount)}
      </Text>
    </span>
  );
}
