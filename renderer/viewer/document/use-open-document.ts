import { useCallback, useEffect, useRef, useState } from 'react';
import { viewerText } from '#renderer/ui/text/viewer.ts';
import { openPdf, type OpenPdf } from '#renderer/viewer/document/open-pdf.ts';
import type {
  LoadBytes,
  LoadFailure,
  ViewerReports,
} from '#renderer/viewer/document/viewer-ports.ts';
import type { WorkerSource } from '#renderer/viewer/document/worker-source.ts';

/** The document in the pane: `belum_ada` is still on its way to this PC, `gagal` cannot be shown at all. */
export type DocumentState =
  | { readonly kind: 'memuat' }
  | { readonly kind: 'belum_ada'; readonly failure: LoadFailure }
  | { readonly kind: 'gagal'; readonly message: string }
  | { readonly kind: 'terbuka'; readonly pdf: OpenPdf };

/** What opening needs. */
export interface OpenDocumentPorts {
  readonly load: LoadBytes;
  readonly workers: WorkerSource;
  readonly assetsUrl: string;
  readonly reports: ViewerReports;
}

const retryMs = 4000;

/** Loads and opens one document; closes it when another takes its place. `giveUp` ends one that hangs while drawing. */
export function useOpenDocument(sha256: string | undefined, ports: OpenDocumentPorts) {
  const [state, setState] = useState<DocumentState>({ kind: 'memuat' });
  const [attempt, setAttempt] = useState(0);
  const latest = useRef(ports);
  useEffect(() => {
    latest.current = ports;
  });
  const retry = useCallback(() => setAttempt((value) => value + 1), []);

  useEffect(() => {
    if (sha256 === undefined) return undefined;
    let dropped = false;
    let opened: OpenPdf | undefined;
    setState((before) => (before.kind === 'belum_ada' ? before : { kind: 'memuat' }));
    void openDocument(sha256, latest.current).then((next) => {
      if (next.kind === 'terbuka') opened = next.pdf;
      if (dropped) opened?.close();
      else setState(next);
    });
    return () => {
      dropped = true;
      opened?.close();
    };
  }, [sha256, attempt]);

  useEffect(() => {
    if (state.kind !== 'belum_ada') return undefined;
    const timer = setTimeout(retry, retryMs);
    return () => clearTimeout(timer);
  }, [state, retry]);

  const giveUp = useCallback(() => {
    if (sha256 === undefined) return;
    setState((before) => {
      if (before.kind === 'terbuka') before.pdf.close();
      return { kind: 'gagal', message: viewerText.failure.terlalu_lama };
    });
    latest.current.reports.onFailed(sha256);
  }, [sha256]);
  return { state, retry, giveUp };
}

async function openDocument(sha256: string, ports: OpenDocumentPorts): Promise<DocumentState> {
  const bytes = await ports.load(sha256);
  if (!bytes.ok) return { kind: 'belum_ada', failure: bytes.error };
  const opened = await openPdf(bytes.value, ports.workers, ports.assetsUrl);
  if (!opened.ok) {
    ports.reports.onFailed(sha256);
    return { kind: 'gagal', message: viewerText.failure[opened.failure] };
  }
  ports.reports.onOpened(sha256, opened.value.document.numPages);
  return { kind: 'terbuka', pdf: opened.value };
}
