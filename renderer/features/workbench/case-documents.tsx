import { useMemo, type Ref } from 'react';
import type { OpenCase } from '#renderer/features/workbench/case-fields.ts';
import type { WorkbenchPorts } from '#renderer/features/workbench/workbench-ports.ts';
import type { CaseStore } from '#renderer/state/store-contracts.ts';
import { recordTypes } from '#shared/domain/model/record-types.ts';
import type { Usul } from '#shared/domain/model/usul.ts';
import { DocumentViewer } from '#renderer/viewer/document-viewer.tsx';
import type { ViewerDocument, ViewerReports } from '#renderer/viewer/document/viewer-ports.ts';
import type { ViewerCommands } from '#renderer/viewer/viewer-commands.ts';

interface CaseDocumentsProps {
  readonly open: OpenCase;
  readonly ports: WorkbenchPorts;
  readonly viewerRef: Ref<ViewerCommands>;
}

/** The documents of the usul; what was seen of them goes into the draft. */
export function CaseDocuments({ open, ports, viewerRef }: CaseDocumentsProps) {
  const { currentCase, loadDocument } = ports.desk;
  const documents = useMemo(() => viewerDocuments(open.usul), [open.usul]);
  const reports = useMemo<ViewerReports>(() => {
    const store = (): CaseStore => currentCase.getState();
    return {
      onOpened: (sha256, pageCount) => store().documentOpened(sha256, pageCount),
      onFailed: (sha256) => store().documentFailed(sha256),
      onPageSeen: (sha256, page) => store().pageShown(sha256, page),
    };
  }, [currentCase]);
  return (
    <DocumentViewer
      ref={viewerRef}
      documents={documents}
      seen={open.draft.evidence}
      load={loadDocument}
      workers={ports.workers}
      reports={reports}
    />
  );
}

function viewerDocuments(usul: Usul): readonly ViewerDocument[] {
  const specs = recordTypes[usul.recordType].documents;
  return usul.documents.map(({ sha256, fileName, documentId }, index, all) => {
    const label = specs.find((spec) => spec.id === documentId)?.label ?? fileName;
    const alike = all.filter((other) => other.documentId === documentId);
    const place = all.slice(0, index + 1).filter((other) => other.documentId === documentId).length;
    return { sha256, fileName, label: alike.length > 1 ? `${label} (${place})` : label };
  });
}
