import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { useStore } from 'zustand';
import { viewerDocuments } from '#renderer/features/workbench/document/viewer-documents.ts';
import { bestReading } from '#renderer/features/workbench/evidence/best-reading.ts';
import type {
  EvidenceWork,
  KnownEvidence,
} from '#renderer/features/workbench/evidence/evidence-work.ts';
import { evidenceMarksOf } from '#renderer/features/workbench/evidence/case-marks.ts';
import {
  summarise,
  type EvidenceNames,
} from '#renderer/features/workbench/evidence/field-badge.ts';
import { foundToJudge, nextToLookAt } from '#renderer/features/workbench/evidence/to-look-at.ts';
import { useCorrecting } from '#renderer/features/workbench/evidence/use-correcting.ts';
import { useSettled } from '#renderer/features/workbench/evidence/use-settled.ts';
import type { FieldFocus } from '#renderer/features/workbench/use-field-focus.ts';
import type { WorkbenchPorts } from '#renderer/features/workbench/workbench-ports.ts';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import { markedByStroke } from '#renderer/core/case/draft-actions.ts';
import { evidenceText } from '#renderer/features/workbench/text/evidence.ts';
import type { OpenCase } from '#renderer/core/case/case-contract.ts';
import { mayJudge } from '#renderer/core/case/case-work.ts';
import type { CaseFieldEvidence } from '#renderer/core/evidence/evidence-contract.ts';
import { markOf } from '#renderer/viewer/document/seen-document.ts';
import { makeOpenBeside } from '#renderer/viewer/overlay/crop-document.ts';
import { makeOpenViews } from '#renderer/viewer/overlay/open-views.ts';
import type { ReadText } from '#renderer/viewer/text/read-text.ts';
import type { ViewerCommands } from '#renderer/viewer/viewer-commands.ts';
import { unreadPagesOf } from '#renderer/evidence/matching/document-reading.ts';
import { fieldsToJudge } from '#shared/records/judged-fields.ts';
import type { Usul } from '#shared/records/usul.ts';

interface CaseEvidenceTargets {
  readonly open: OpenCase;
  readonly ports: WorkbenchPorts;
  readonly focus: FieldFocus;
  readonly viewer: RefObject<ViewerCommands | null>;
  readonly tell: (sentence: string) => void;
}

/** Brings together what is known of the open usul and the field that the person is at. */
export function useCaseEvidence(targets: CaseEvidenceTargets): EvidenceWork {
  const { open, ports, focus, viewer, tell } = targets;
  const known = useKnown(open.usul.id, ports);
  const [openViews] = useState(makeOpenViews);
  const names = useMemo(() => fieldsToJudge(open.usul).map(({ name }) => name), [open.usul]);
  const { left } = open;
  const looked = { names, fields: known.fields, verdicts: open.draft.verdicts, left };
  const places = useShownPlaces(known.fields, focus.active, viewer);
  const naming = useMemo(() => namesOf(open.usul), [open.usul]);
  const correct = useCorrecting({ ...targets, known, openViews, labelOf: naming.fieldLabel });
  // That a value of a record that is to go stands in the document says nothing for deleting it: no frames either.
  const framed = open.usul.kind === 'hapus' ? noEvidence : known.fields;
  const marks = useMarks(framed, focus.active, correct.correcting);
  const readOnly = !mayJudge(open);
  const found = readOnly || !ports.markFoundAllowed ? noFields : foundToJudge(looked);
  useCompletion(names, known, tell);
  const openable = canOpenAny(open);
  const correctable =
    !readOnly && openable && open.usul.kind !== 'hapus' && known.reading.kind !== 'terhenti';
  return {
    ...known,
    ...places,
    ...correct,
    openable,
    correctable,
    soughtOthers: known.reading.kind === 'selesai' && Object.keys(known.fields).length > 0,
    startCorrecting: () => {
      if (correctable) correct.startCorrecting();
      else if (!readOnly && open.usul.kind === 'hapus')
        ports.announce(evidenceText.noPlaceOfReason);
      else if (!readOnly && !openable) ports.announce(evidenceText.noPlaceToShow);
    },
    expanded: useSettled(focus.active),
    marks,
    names: naming,
    openViews,
    openBeside: useMemo(
      () => makeOpenBeside(ports.desk.loadDocument, ports.workers),
      [ports.desk.loadDocument, ports.workers],
    ),
    textOf: useTextOf(known),
    found,
    judgeFound: () => {
      if (readOnly) return;
      // What does not happen must be seen too: a key that does nothing seems broken.
      if (!ports.markFoundAllowed) return ports.announce(evidenceText.foundNotAllowed);
      if (found.length === 0) return ports.announce(evidenceText.noFoundToJudge);
      const stroke = markedByStroke(open.draft, open.usul, (name) => found.includes(name));
      ports.desk.currentCase.getState().judgeFoundAsMatching(found);
      tell(evidenceText.foundJudged(stroke.length));
      if (stroke.length < found.length) ports.announce(workbenchText.secondStroke);
    },
    turnToLookAt: (step) => {
      if (Object.keys(known.fields).length === 0 || open.usul.kind === 'hapus') return;
      const next = nextToLookAt(looked, focus.active, step);
      if (next === null) ports.announce(evidenceText.nothingToLookAt);
      else focus.focus(next);
    },
  };
}

function namesOf(usul: Usul): EvidenceNames {
  const documents = viewerDocuments(usul);
  return {
    fieldLabel: (field) => fieldsToJudge(usul).find(({ name }) => name === field)?.label ?? field,
    documentLabel: (sha256) => documents.find((one) => one.sha256 === sha256)?.label ?? '',
  };
}

function useMarks(
  fields: KnownEvidence['fields'],
  active: string | null,
  correcting: EvidenceWork['correcting'],
): EvidenceWork['marks'] {
  const { sha256, page, box } = correcting?.picked ?? {};
  return useMemo(() => {
    if (sha256 === undefined || page === undefined || box === undefined)
      return evidenceMarksOf(fields, active);
    // One frame at a time, or nobody knows which one Enter takes.
    const picked = { sha256, page, boxes: [box], weight: 'pilihan', pasti: true } as const;
    return [...evidenceMarksOf(fields, null), picked];
  }, [fields, active, sha256, page, box]);
}

const headOfPage = [0, 0, 1, 0.02] as const;
const noFields: readonly string[] = [];
const noEvidence: KnownEvidence['fields'] = {};
const nothingKnown: KnownEvidence = {
  reading: { kind: 'terhenti' },
  fields: {},
  warnings: [],
  readings: {},
};

function canOpenAny({ usul, draft }: OpenCase): boolean {
  return usul.documents.some(({ sha256 }) => markOf(draft.evidence[sha256]) !== 'gagal');
}

// Part by part: what is read ahead changes often, and nothing of it is shown here.
function useKnown(usulId: string, { desk: { evidence } }: WorkbenchPorts): KnownEvidence {
  const of = useStore(evidence, (store) => store.usulId);
  const reading = useStore(evidence, (store) => store.reading);
  const fields = useStore(evidence, (store) => store.fields);
  const warnings = useStore(evidence, (store) => store.warnings);
  const readings = useStore(evidence, (store) => store.readings);
  return useMemo(
    // Still about the usul before.
    () => (of === usulId ? { reading, fields, warnings, readings } : nothingKnown),
    [of, usulId, reading, fields, warnings, readings],
  );
}

function useTextOf({ reading, readings }: KnownEvidence): EvidenceWork['textOf'] {
  const silent = reading.kind === 'terhenti' && Object.keys(readings).length === 0;
  const textOf = useCallback(
    (sha256: string, page: number): ReadText => {
      const document = readings[sha256];
      const read = document?.pages.find((one) => one.page === page);
      if (read) return { kind: 'dibaca', words: bestReading(read) };
      const failed = document && unreadPagesOf(document).some((one) => one.page === page);
      return { kind: failed ? 'gagal' : 'belum' };
    },
    [readings],
  );
  return silent ? null : textOf;
}

/** The document follows the person to the field's place: at a move, never by itself. */
function useShownPlaces(
  fields: Readonly<Record<string, CaseFieldEvidence>>,
  active: string | null,
  viewer: RefObject<ViewerCommands | null>,
): Pick<EvidenceWork, 'showPlace' | 'showNextPlace' | 'showDocument'> {
  const latest = useRef(fields);
  useEffect(() => {
    latest.current = fields;
  });
  const turn = useRef({ field: active, at: 0 });
  const show = useCallback(
    (field: string, at: number) => {
      const evidence = latest.current[field];
      if (!evidence || evidence.status === 'tidak_ditemukan' || evidence.sha256 === null) return;
      const all = [evidence.place, ...evidence.others];
      const place = all[at % all.length] ?? evidence.place;
      turn.current = { field, at: at % all.length };
      viewer.current?.showPlace(evidence.sha256, place.page, place.boxes);
    },
    [viewer],
  );
  const before = useRef(active);
  useEffect(() => {
    if (before.current === active) return;
    before.current = active;
    if (active !== null) show(active, 0);
  }, [active, show]);
  return {
    showDocument: (sha256) => viewer.current?.showPlace(sha256, 1, [headOfPage]),
    showPlace: (field) => show(field, 0),
    showNextPlace: (field) => show(field, turn.current.field === field ? turn.current.at + 1 : 1),
  };
}

/** Tells once that all documents of the usul were read, and what came of it. */
function useCompletion(
  names: readonly string[],
  { reading, fields }: KnownEvidence,
  tell: (sentence: string) => void,
): void {
  const told = useRef(false);
  const parts = summarise(names, fields).map(({ text }) => text);
  const sentence =
    reading.kind === 'selesai' && parts.length > 0 ? evidenceText.summary.complete(parts) : null;
  useEffect(() => {
    if (sentence === null || told.current) return;
    told.current = true;
    tell(sentence);
  }, [sentence, tell]);
}
