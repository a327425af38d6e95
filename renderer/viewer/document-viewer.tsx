import { useImperativeHandle, useMemo, useState } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { DocumentErrorRegular } from '@fluentui/react-icons';
import { viewerText } from '#renderer/viewer/viewer-text.ts';
import { markOf } from '#renderer/viewer/document/seen-document.ts';
import { DocumentTabs } from '#renderer/viewer/document-tabs.tsx';
import { ShownPane } from '#renderer/viewer/panes/shown-pane.tsx';
import { showDocument } from '#renderer/viewer/panes/shown-panes.ts';
import {
  useShownDocuments,
  type ShownDocuments,
} from '#renderer/viewer/panes/use-shown-documents.ts';
import { RecognisedText } from '#renderer/viewer/text/recognised-text.tsx';
import { ThumbnailStrip } from '#renderer/viewer/thumbnails/thumbnail-strip.tsx';
import { ViewerToolbar } from '#renderer/viewer/toolbar/viewer-toolbar.tsx';
import { usePanKeys, useViewerCommands } from '#renderer/viewer/use-viewer-commands.ts';
import type { DocumentViewerProps } from '#renderer/viewer/viewer-props.ts';
import { Notice } from '#renderer/ui/parts/notice.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    height: '100%',
    width: '100%',
    // The toolbar and the panes go by the room that the viewer has, not by the window.
    containerType: 'inline-size',
    containerName: 'meja-viewer',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  body: { flexGrow: 1, minHeight: 0, display: 'flex' },
  // Below this, halves side by side would be too narrow to read a page at full width: they lie one above the other.
  panes: {
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    '@container meja-viewer (min-width: 800px)': { flexDirection: 'row' },
  },
});

const nothingSeen: readonly number[] = [];

/** The documents of an usul, one at a time or two beside each other. Give it a `key` per usul. */
export function DocumentViewer(props: DocumentViewerProps) {
  if (props.documents.length > 0) return <ShownDocumentsViewer {...props} />;
  return (
    <Notice
      icon={<DocumentErrorRegular />}
      title={viewerText.noDocuments}
      action={viewerText.noDocumentsAction}
    />
  );
}

function ShownDocumentsViewer(props: DocumentViewerProps) {
  const { documents, seen, evidence, ref } = props;
  const styles = useStyles();
  const shown = useShownDocuments(props);
  const [magnifier, setMagnifier] = useState(false);
  const commands = useViewerCommands(props, shown, { on: magnifier, set: setMagnifier });
  usePanKeys(shown, magnifier || evidence.onPlaceDrawn !== null);
  useImperativeHandle(ref, () => commands, [commands]);
  const activeSeen = seen[documents[shown.active]?.sha256 ?? ''];
  const pagesSeen = activeSeen?.pagesSeen ?? nothingSeen;
  const { panes, status } = shown;
  return (
    <div className={styles.root}>
      {documents.length > 1 && <TabsOfDocuments viewer={props} shown={shown} />}
      <ViewerToolbar
        commands={commands}
        state={{
          ...props,
          status,
          documents: documents.length,
          failed: markOf(activeSeen) === 'gagal',
          magnifier,
          sideBySide: panes.shown.length === 2,
          text: evidence.textOf && { shown: evidence.textShown, onShown: evidence.onTextShown },
        }}
        pageCount={activeSeen?.pageCount ?? null}
        pagesSeen={pagesSeen}
      />
      {evidence.above(documents[shown.active]?.sha256 ?? '')}
      <div className={styles.body}>
        {props.thumbnails && (
          <ThumbnailStrip view={shown.attached?.view ?? null} pagesSeen={pagesSeen} />
        )}
        <div className={styles.panes}>
          {panes.shown.map((index) => {
            const document = documents[index];
            return document === undefined ? null : (
              <ShownPane
                key={index}
                viewer={props}
                shown={shown}
                index={index}
                document={document}
                magnifier={magnifier}
              />
            );
          })}
        </div>
      </div>
      <TextOfPage viewer={props} shown={shown} />
    </div>
  );
}

interface ShownPartProps {
  readonly viewer: DocumentViewerProps;
  readonly shown: ShownDocuments;
}

function TabsOfDocuments({ viewer: { documents, seen, evidence }, shown }: ShownPartProps) {
  return (
    <DocumentTabs
      documents={documents}
      current={shown.active}
      markOf={(sha256) => markOf(seen[sha256])}
      isWarned={evidence.isWarned}
      onSelect={(index) => shown.setPanes((before) => showDocument(before, index))}
    />
  );
}

/** The recognised text of the page in view, where there is any and it is asked for. */
function TextOfPage({ viewer: { documents, evidence }, shown }: ShownPartProps) {
  const { textOf, textShown, onTextShown } = evidence;
  const sha256 = documents[shown.active]?.sha256;
  const { status } = shown;
  const page = status?.page ?? 1;
  const text = useMemo(
    () => (textOf && sha256 !== undefined ? textOf(sha256, page) : null),
    [textOf, sha256, page],
  );
  if (!textShown || !text || !status) return null;
  return (
    <RecognisedText
      page={page}
      pageCount={status.pageCount}
      text={text}
      onClose={() => onTextShown(false)}
    />
  );
}
