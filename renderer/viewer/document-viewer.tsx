import { useImperativeHandle, useState, type Ref } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { DocumentErrorRegular } from '@fluentui/react-icons';
import { Notice } from '#renderer/ui/parts/notice.tsx';
import { viewerText } from '#renderer/ui/text/viewer.ts';
import { DocumentPane } from '#renderer/viewer/document-pane.tsx';
import { DocumentTabs, type DocumentMark } from '#renderer/viewer/document-tabs.tsx';
import type { ViewerCommands } from '#renderer/viewer/viewer-commands.ts';
import type {
  LoadBytes,
  ViewerDocument,
  ViewerReports,
} from '#renderer/viewer/document/viewer-ports.ts';
import type { WorkerSource } from '#renderer/viewer/document/worker-source.ts';
import { useViewerCommands } from '#renderer/viewer/viewer-commands.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    height: '100%',
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

/** What was seen of a document; `pageCount` null when it could not be opened. */
export interface SeenDocument {
  readonly pageCount: number | null;
  readonly pagesSeen: readonly number[];
}

interface DocumentViewerProps {
  readonly documents: readonly ViewerDocument[];
  /** By SHA-256. */
  readonly seen: Readonly<Record<string, SeenDocument>>;
  readonly load: LoadBytes;
  readonly workers: WorkerSource;
  readonly reports: ViewerReports;
  readonly ref?: Ref<ViewerCommands>;
}

/** The documents of an usul, one at a time. Give it a `key` per usul. */
export function DocumentViewer({ ref, ...props }: DocumentViewerProps) {
  const { documents, seen } = props;
  const styles = useStyles();
  const [index, setIndex] = useState(0);
  const { commands, attach } = useViewerCommands();
  useImperativeHandle(
    ref,
    () => ({
      ...commands,
      nextDocument: () =>
        setIndex((at) => (documents.length === 0 ? 0 : (at + 1) % documents.length)),
      showUnseen: () => {
        const here = firstUnseenPage(seen[documents[index]?.sha256 ?? '']);
        if (here !== null) return commands.showUnseenPart(here);
        const other = documents.findIndex(({ sha256 }) => firstUnseenPage(seen[sha256]) !== null);
        if (other !== -1) setIndex(other);
      },
    }),
    [commands, documents, index, seen],
  );
  const current = documents[index];
  if (!current) {
    return (
      <Notice
        icon={<DocumentErrorRegular />}
        title={viewerText.noDocuments}
        action={viewerText.noDocumentsAction}
      />
    );
  }
  return (
    <div className={styles.root}>
      {documents.length > 1 && (
        <DocumentTabs
          documents={documents}
          current={index}
          markOf={(sha256) => markOf(seen[sha256])}
          onSelect={setIndex}
        />
      )}
      <DocumentPane
        key={current.sha256}
        sha256={current.sha256}
        seen={seen[current.sha256]?.pagesSeen.length ?? 0}
        load={props.load}
        workers={props.workers}
        reports={props.reports}
        attach={attach}
      />
    </div>
  );
}

// Null when every page was seen or none can be shown.
function firstUnseenPage(document: SeenDocument | undefined): number | null {
  if (!document) return 1;
  const { pageCount, pagesSeen } = document;
  for (let page = 1; page <= (pageCount ?? 0); page += 1)
    if (!pagesSeen.includes(page)) return page;
  return null;
}

function markOf(document: SeenDocument | undefined): DocumentMark {
  if (!document) return 'baru';
  if (document.pageCount === null) return 'gagal';
  return document.pagesSeen.length >= document.pageCount ? 'dilihat' : 'baru';
}
