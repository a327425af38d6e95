import { useMemo, useState, type Ref } from 'react';
import { useViewerEvidence } from '#renderer/features/workbench/document/use-viewer-evidence.tsx';
import { viewerDocuments } from '#renderer/features/workbench/document/viewer-documents.ts';
import { makeViewMemory } from '#renderer/features/workbench/document/view-memory.ts';
import type { EvidenceWork } from '#renderer/features/workbench/evidence/evidence-work.ts';
import type { CaseViews } from '#renderer/features/workbench/use-case-views.ts';
import type { WorkbenchPorts } from '#renderer/features/workbench/workbench-ports.ts';
import type { CaseStore, OpenCase } from '#renderer/core/case/case-contract.ts';
import { DocumentViewer } from '#renderer/viewer/document-viewer.tsx';
import type { StartPlace, ViewerReports } from '#renderer/viewer/document/viewer-ports.ts';
import type { ViewerCommands } from '#renderer/viewer/viewer-commands.ts';

interface CaseDocumentsProps {
  readonly open: OpenCase;
  readonly ports: WorkbenchPorts;
  readonly views: CaseViews;
  readonly evidence: EvidenceWork;
  readonly viewerRef: Ref<ViewerCommands>;
}

/** The documents of the usul; what was seen of them, and where the person is in them, goes into the draft. */
export function CaseDocuments(props: CaseDocumentsProps) {
  const { open, ports, views, viewerRef } = props;
  const { preferences, loadDocument } = ports.desk;
  const documents = useMemo(() => viewerDocuments(open.usul), [open.usul]);
  const reports = useReports(ports);
  const memory = useMemo(() => makeViewMemory(preferences), [preferences]);
  const evidence = useViewerEvidence(props);
  // Where the person left the usul, not where the person is now.
  const [startAt] = useState(() => startPlace(open));
  return (
    <DocumentViewer
      ref={viewerRef}
      documents={documents}
      seen={open.draft.evidence}
      load={loadDocument}
      workers={ports.workers}
      reports={reports}
      memory={memory}
      startAt={startAt}
      thumbnails={views.thumbnails}
      onThumbnails={views.setThumbnails}
      sideBySide={views.sideBySide}
      onSideBySide={views.setSideBySide}
      fullScreen={views.full}
      onFullScreen={views.setFull}
      evidence={evidence}
    />
  );
}

function useReports(ports: WorkbenchPorts): ViewerReports {
  const { currentCase } = ports.desk;
  return useMemo(() => {
    const store = (): CaseStore => currentCase.getState();
    return {
      onOpened: (sha256, pageCount) => store().documentOpened(sha256, pageCount),
      onFailed: (sha256) => store().documentFailed(sha256),
      onPageSeen: (sha256, page) => store().pageShown(sha256, page),
      onPlace: (sha256, page) => store().keepPlace({ sha256, page }),
    };
  }, [currentCase]);
}

function startPlace({ usul, draft }: OpenCase): StartPlace | null {
  const { sha256, page } = draft.place ?? { sha256: null, page: 1 };
  const known = usul.documents.some((document) => document.sha256 === sha256);
  return sha256 !== null && known ? { sha256, page } : null;
}
