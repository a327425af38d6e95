import type { Ref } from 'react';
import type { SeenDocument } from '#renderer/viewer/document/seen-document.ts';
import type {
  LoadBytes,
  StartPlace,
  ViewerDocument,
  ViewerReports,
  ViewMemory,
} from '#renderer/viewer/document/viewer-ports.ts';
import type { WorkerSource } from '#renderer/pdf/worker-source.ts';
import type { ViewerEvidence } from '#renderer/viewer/overlay/viewer-evidence.ts';
import type { ViewerCommands } from '#renderer/viewer/viewer-commands.ts';

/** What the viewer is given. */
export interface DocumentViewerProps {
  readonly documents: readonly ViewerDocument[];
  /** By SHA-256. */
  readonly seen: Readonly<Record<string, SeenDocument>>;
  readonly load: LoadBytes;
  readonly workers: WorkerSource;
  readonly reports: ViewerReports;
  readonly memory: ViewMemory;
  /** Where the person left this usul; null opens the first document at its first page. Read once. */
  readonly startAt: StartPlace | null;
  /** Whether the strip of page thumbnails is shown, and what to do when the person wants it otherwise. */
  readonly thumbnails: boolean;
  readonly onThumbnails: (shown: boolean) => void;
  /** Whether two documents are shown beside each other where there are two, and the wish to change that. */
  readonly sideBySide: boolean;
  readonly onSideBySide: (on: boolean) => void;
  /** Whether the viewer fills the screen (the surrounding screen lays it out), and the wish to change that. */
  readonly fullScreen: boolean;
  readonly onFullScreen: (on: boolean) => void;
  readonly evidence: ViewerEvidence;
  readonly ref?: Ref<ViewerCommands>;
}
