import { useCallback } from 'react';
import { DocumentWarnings } from '#renderer/features/workbench/evidence/document-warnings.tsx';
import { DrawingHint } from '#renderer/features/workbench/evidence/drawing-hint.tsx';
import type { EvidenceWork } from '#renderer/features/workbench/evidence/evidence-work.ts';
import type { CaseViews } from '#renderer/features/workbench/use-case-views.ts';
import type { WorkbenchPorts } from '#renderer/features/workbench/workbench-ports.ts';
import { evidenceText } from '#renderer/features/workbench/text/evidence.ts';
import type { OpenCase } from '#renderer/core/case/case-contract.ts';
import { mayJudge } from '#renderer/core/case/case-work.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import { findReason } from '#shared/workflow/reasons.ts';
import type { ViewerEvidence } from '#renderer/viewer/overlay/viewer-evidence.ts';

interface ViewerEvidenceTargets {
  readonly open: OpenCase;
  readonly ports: WorkbenchPorts;
  readonly views: CaseViews;
  readonly evidence: EvidenceWork;
}

/** What is known of the usul's documents, as the viewer shows it. */
export function useViewerEvidence(targets: ViewerEvidenceTargets): ViewerEvidence {
  const { open, ports, views, evidence } = targets;
  const { marks, openViews, correcting, placeDrawn, warnings, textOf } = evidence;
  const onTakeReason = useTakeReason(ports);
  return {
    marks,
    openViews,
    textOf,
    onPlaceDrawn: correcting === null ? null : placeDrawn,
    textShown: views.text,
    onTextShown: views.setText,
    isWarned: (sha256) => warnings.some((warning) => warning.sha256 === sha256),
    above: (sha256) => (
      <>
        {correcting !== null && (
          <DrawingHint correcting={correcting} onCancel={() => void evidence.endCorrecting()} />
        )}
        <DocumentWarnings
          key={sha256}
          warnings={warnings.filter((warning) => warning.sha256 === sha256)}
          wanted={wantedDocument(open, sha256)}
          reasons={open.draft.reasons}
          onTakeReason={mayJudge(open) ? onTakeReason : null}
          onReadAgain={() => ports.desk.evidence.getState().readAgain(sha256)}
        />
      </>
    ),
  };
}

/** What the document should be, as the record type names it. */
function wantedDocument({ usul }: OpenCase, sha256: string): string {
  const id = usul.documents.find((document) => document.sha256 === sha256)?.documentId;
  const spec = recordTypes[usul.recordType].documents.find((one) => one.id === id);
  return spec?.label ?? '';
}

/** Takes a reason into the decision; where the outcome has no use for it, the usul is to be returned with it. */
function useTakeReason({ desk, announce }: WorkbenchPorts): (code: string) => void {
  return useCallback(
    (code) => {
      const store = desk.currentCase.getState();
      const reason = findReason(code);
      if (!reason || store.current.kind !== 'terbuka') return;
      const { outcome, reasons } = store.current.draft;
      if (outcome === null || !reason.outcomes.includes(outcome)) store.chooseOutcome('perbaikan');
      if (!reasons.includes(code)) store.toggleReason(code);
      announce(evidenceText.warnings.reasonTaken(reason.label));
    },
    [desk, announce],
  );
}
