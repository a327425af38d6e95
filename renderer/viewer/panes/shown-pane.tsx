import { useCallback, useMemo } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import { markOf } from '#renderer/viewer/document/seen-document.ts';
import type { ViewerDocument } from '#renderer/viewer/document/viewer-ports.ts';
import { DocumentPane } from '#renderer/viewer/document-pane.tsx';
import { MarkIcon } from '#renderer/viewer/document-tabs.tsx';
import type { ShownDocuments } from '#renderer/viewer/panes/use-shown-documents.ts';
import type { AttachedView } from '#renderer/viewer/viewer-commands.ts';
import type { DocumentViewerProps } from '#renderer/viewer/viewer-props.ts';

const useStyles = makeStyles({
  root: {
    flex: '1 1 0',
    minWidth: 0,
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
  },
  // The thickness tells too: with forced colours both have the same colour. Together with the padding nothing moves.
  framed: { border: `1px solid ${tokens.colorNeutralStroke1}`, padding: '2px' },
  active: { border: `3px solid ${tokens.colorCompoundBrandStroke}`, padding: 0 },
  name: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    padding: '2px 8px',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
    '& span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  },
  activeName: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
});

interface ShownPaneProps {
  readonly viewer: DocumentViewerProps;
  readonly shown: ShownDocuments;
  /** Its place among the usul's documents. */
  readonly index: number;
  readonly document: ViewerDocument;
  readonly magnifier: boolean;
}

/** One of the documents on screen; working in it makes it the active one. */
export function ShownPane({ viewer, shown, index, document, magnifier }: ShownPaneProps) {
  const styles = useStyles();
  const two = shown.panes.shown.length === 2;
  const active = shown.active === index;
  const { attach, setPanes } = shown;
  const { sha256 } = document;
  const { marks, openViews, onPlaceDrawn, textOf, onTextShown } = viewer.evidence;
  const attachThis = useCallback(
    (view: AttachedView | null) => {
      attach(index, view);
      openViews.attach(sha256, view?.view ?? null);
    },
    [attach, index, openViews, sha256],
  );
  const marksHere = useMemo(() => marks.filter((mark) => mark.sha256 === sha256), [marks, sha256]);
  const activate = (): void =>
    setPanes((panes) => ({ ...panes, active: panes.shown[1] === index ? 1 : 0 }));
  return (
    <section
      aria-label={document.label}
      className={mergeClasses(styles.root, two && styles.framed, two && active && styles.active)}
      onPointerDownCapture={activate}
      onFocusCapture={activate}
    >
      {two && (
        <div className={mergeClasses(styles.name, active && styles.activeName)}>
          <MarkIcon mark={markOf(viewer.seen[document.sha256])} />
          <span>{document.label}</span>
        </div>
      )}
      <DocumentPane
        document={document}
        visit={shown.visitOf(index)}
        load={viewer.load}
        workers={viewer.workers}
        reports={viewer.reports}
        memory={viewer.memory}
        magnifier={magnifier && active}
        attach={attachThis}
        marks={marksHere}
        onReadText={textOf && (() => onTextShown(true))}
        onPlaceDrawn={onPlaceDrawn && ((page, box) => onPlaceDrawn(sha256, page, box))}
      />
    </section>
  );
}
