import { useCallback, useEffect, useRef, useState } from 'react';
import { viewerText } from '#renderer/viewer/viewer-text.ts';
import type {
  LoadBytes,
  LoadFailure,
  ViewerReports,
} from '#renderer/viewer/document/viewer-ports.ts';
import { openPdf, type OpenPdf } from '#renderer/pdf/open-pdf.ts';
import type { WorkerSource } from '#renderer/pdf/worker-source.ts';

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

/** A document being opened. `giveUp` ends one that hangs while drawing; `retry` begins again. */
export interface OpeningDocument {
  readonly state: DocumentState;
  readonly retry: () => void;
  readonly giveUp: () => void;
}

/** How often a document that is still on its way is asked for again (milliseconds). */
const retryMs = 4000;

/** Loads and opens one document; closes it when the component goes. Keep the ports the same between renders. */
export function useOpenDocument(sha256: string, ports: OpenDocumentPorts): OpeningDocument {
  const [state, setState] = useState<DocumentState>({ kind: 'memuat' });
  const wake = useRef<() => void>(() => undefined);
  useEffect(() => {
    const stop = new AbortController();
    void keepOpening(sha256, ports, {
      signal: stop.signal,
      show: setState,
      onWake: (listener) => {
        wake.current = listener;
      },
    });
    return () => stop.abort();
  }, [sha256, ports]);

  const giveUp = useCallback(() => {
    setState((before) => {
      if (before.kind === 'terbuka') before.pdf.close();
      return { kind: 'gagal', message: viewerText.failure.terlalu_lama };
    });
    ports.reports.onFailed(sha256);
  }, [sha256, ports]);
  const retry = useCallback(() => wake.current(), []);
  return { state, retry, giveUp };
}

interface Attempts {
  readonly signal: AbortSignal;
  readonly show: (state: DocumentState) => void;
  readonly onWake: (listener: () => void) => void;
}

// Tries until the component goes: again by itself while the document is on its way, else when the person asks.
async function keepOpening(
  sha256: string,
  ports: OpenDocumentPorts,
  attempts: Attempts,
): Promise<void> {
  const { signal } = attempts;
  while (!signal.aborted) {
    const state = await openDocument(sha256, ports, signal);
    if (signal.aborted) {
      if (state.kind === 'terbuka') state.pdf.close();
      return;
    }
    attempts.show(state);
    const wakeMs = state.kind === 'belum_ada' ? retryMs : null;
    const asked = await untilWoken(attempts, wakeMs);
    if (state.kind === 'terbuka') state.pdf.close();
    if (asked && !signal.aborted) attempts.show({ kind: 'memuat' });
  }
}

// True when the person asked, false when time or the component did.
async function untilWoken(attempts: Attempts, wakeMs: number | null): Promise<boolean> {
  return new Promise((resolve) => {
    attempts.onWake(() => resolve(true));
    attempts.signal.addEventListener('abort', () => resolve(false), { once: true });
    if (wakeMs !== null) setTimeout(() => resolve(false), wakeMs);
  });
}

async function openDocument(
  sha256: string,
  ports: OpenDocumentPorts,
  signal: AbortSignal,
): Promise<DocumentState> {
  const bytes = await ports.load(sha256);
  if (!bytes.ok) return { kind: 'belum_ada', failure: bytes.error };
  if (signal.aborted) return { kind: 'memuat' };
  const opened = await openPdf(bytes.value, ports.workers, ports.assetsUrl);
  if (!opened.ok) {
    if (!signal.aborted) ports.reports.onFailed(sha256);
    return { kind: 'gagal', message: viewerText.failure[opened.failure] };
  }
  if (!signal.aborted) ports.reports.onOpened(sha256, opened.value.document.numPages);
  return { kind: 'terbuka', pdf: opened.value };
}
