import { useCallback, useMemo } from 'react';
import { Button, makeStyles } from '@fluentui/react-components';
import { ArrowDownloadRegular, DocumentErrorRegular } from '@fluentui/react-icons';
import { viewerText } from '#renderer/viewer/viewer-text.ts';
import {
  useOpenDocument,
  type DocumentState,
} from '#renderer/viewer/document/use-open-document.ts';
import type { DocumentVisit } from '#renderer/viewer/document/document-visit.ts';
import type {
  LoadBytes,
  ViewerDocument,
  ViewerReports,
  ViewMemory,
} from '#renderer/viewer/document/viewer-ports.ts';
import { OpenDocument } from '#renderer/viewer/open-document.tsx';
import type { PlaceDrawn } from '#renderer/viewer/overlay/draw-place.ts';
import type { PlaceMark } from '#renderer/viewer/overlay/place-marks.ts';
import type { ViewKeeper } from '#renderer/viewer/pages/keep-view.ts';
import type { AttachedView } from '#renderer/viewer/viewer-commands.ts';
import { Notice } from '#renderer/ui/parts/notice.tsx';
import { Waiting } from '#renderer/ui/parts/waiting.tsx';
import { pdfAssetsUrl } from '#renderer/pdf/pdf-assets-url.ts';
import type { WorkerSource } from '#renderer/pdf/worker-source.ts';

const useStyles = makeStyles({
  root: {
    position: 'relative',
    flexGrow: 1,
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
  },
});

interface DocumentPaneProps {
  readonly document: ViewerDocument;
  readonly visit: DocumentVisit;
  readonly load: LoadBytes;
  readonly workers: WorkerSource;
  readonly reports: ViewerReports;
  readonly memory: ViewMemory;
  readonly magnifier: boolean;
  readonly attach: (attached: AttachedView | null) => void;
  readonly marks: readonly PlaceMark[];
  /** While given, dragging over a page draws a place. */
  readonly onPlaceDrawn: PlaceDrawn | null;
  /** Opens the recognised text; null where nothing is read. */
  readonly onReadText: (() => void) | null;
}

/** One document: waiting for it, showing it, or saying why it cannot be shown. Give it a `key` per document. */
export function DocumentPane(props: DocumentPaneProps) {
  const styles = useStyles();
  const { load, workers, reports } = props;
  const { sha256, label } = props.document;
  const ports = useMemo(
    () => ({ load, workers, reports, assetsUrl: pdfAssetsUrl() }),
    [load, workers, reports],
  );
  const { state, retry, giveUp } = useOpenDocument(sha256, ports);
  const onPageSeen = useCallback(
    (page: number) => reports.onPageSeen(sha256, page),
    [reports, sha256],
  );
  return (
    <div className={styles.root}>
      {state.kind === 'terbuka' ? (
        <OpenDocument
          pdf={state.pdf}
          label={label}
          keeper={() => keeperOf(props)}
          magnifier={props.magnifier}
          attach={props.attach}
          marks={props.marks}
          onPlaceDrawn={props.onPlaceDrawn}
          onReadText={props.onReadText}
          onPageSeen={onPageSeen}
          onHang={giveUp}
        />
      ) : (
        <Unopened state={state} onRetry={retry} />
      )}
    </div>
  );
}

function keeperOf({ document, visit, memory }: DocumentPaneProps): ViewKeeper {
  const { kind, sha256 } = document;
  return {
    visit,
    rotation: memory.rotationOf(sha256),
    view: memory.viewOf(kind),
    onView: (view) => memory.keepView(kind, view),
    onRotation: (rotation) => memory.keepRotation(sha256, rotation),
  };
}

interface UnopenedProps {
  readonly state: Exclude<DocumentState, { kind: 'terbuka' }>;
  readonly onRetry: () => void;
}

function Unopened({ state, onRetry }: UnopenedProps) {
  const retry = <Button onClick={onRetry}>{viewerText.retry}</Button>;
  switch (state.kind) {
    case 'memuat':
      return (
        <Waiting
          label={viewerText.loading}
          tooLong={viewerText.failure.terlalu_lama}
          afterSeconds={50}
        >
          {retry}
        </Waiting>
      );
    case 'belum_ada':
      return (
        <Notice
          icon={<ArrowDownloadRegular />}
          title={state.failure.message}
          action={state.failure.action}
        >
          {retry}
        </Notice>
      );
    case 'gagal':
      return (
        <Notice
          icon={<DocumentErrorRegular />}
          title={state.message}
          action={viewerText.decidable}
          role="alert"
        >
          {retry}
        </Notice>
      );
  }
}
