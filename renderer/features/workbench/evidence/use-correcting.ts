import { useState, type RefObject } from 'react';
import type {
  EvidenceWork,
  Correcting,
  KnownEvidence,
} from '#renderer/features/workbench/evidence/evidence-work.ts';
import {
  boxOf,
  pickNext,
  type ArrowPress,
  type PickedWords,
} from '#renderer/features/workbench/evidence/pick-word.ts';
import type { FieldFocus } from '#renderer/features/workbench/use-field-focus.ts';
import type { WorkbenchPorts } from '#renderer/features/workbench/workbench-ports.ts';
import { evidenceText } from '#renderer/features/workbench/text/evidence.ts';
import { wordsIn } from '#renderer/core/evidence/shown-places.ts';
import type { OpenViews } from '#renderer/viewer/overlay/open-views.ts';
import type { ViewerCommands } from '#renderer/viewer/viewer-commands.ts';

interface CorrectingTargets {
  readonly ports: WorkbenchPorts;
  readonly focus: FieldFocus;
  readonly known: KnownEvidence;
  readonly openViews: OpenViews;
  readonly viewer: RefObject<ViewerCommands | null>;
  readonly labelOf: (field: string) => string;
  readonly tell: (sentence: string) => void;
}

type Corrections = Pick<
  EvidenceWork,
  | 'correcting'
  | 'startCorrecting'
  | 'endCorrecting'
  | 'pickWord'
  | 'acceptPicked'
  | 'placeDrawn'
  | 'takeBackPlace'
>;

/** What is being corrected: a field, and what is picked for it in a document so far. */
interface Begun {
  readonly field: string;
  readonly picked: (PickedWords & { readonly sha256: string }) | null;
}

/**
 * Showing where the value of the active field stands, by drawing or by picking words with the arrow keys; it ends with
 * the place, by Escape or at another field.
 */
export function useCorrecting(targets: CorrectingTargets): Corrections {
  const { ports, focus, known, viewer, labelOf, tell } = targets;
  const [begun, setBegun] = useState<Begun | null>(null);
  const { active } = focus;
  const now = begun !== null && begun.field === active ? begun : null;
  const store = ports.desk.evidence;
  const keep: EvidenceWork['placeDrawn'] = (sha256, page, box) => {
    if (active === null) return;
    setBegun(null);
    store.getState().correctPlace(active, { sha256, page, box });
    tell(evidenceText.corrected(labelOf(active)));
  };
  return {
    correcting: now && describe(now, known, labelOf),
    startCorrecting: () => {
      if (active === null) return;
      // A link that was pressed is gone then; and Enter is meant for the place.
      focus.focus(active);
      // It lies over what is to be shown, and Shift with the arrows would move it.
      viewer.current?.endMagnifier();
      setBegun({ field: active, picked: null });
      tell(evidenceText.correcting(labelOf(active)));
    },
    endCorrecting: () => {
      setBegun(null);
      if (now !== null) tell(evidenceText.correctEnded);
      return now !== null;
    },
    pickWord: (press) => {
      if (!now) return;
      const picked = pickIn(targets, now, press);
      if (picked) setBegun({ field: now.field, picked });
      if (picked) tell(textOf(picked, known));
      else ports.announce(evidenceText.noWordsToPick);
    },
    acceptPicked: () => {
      if (!now) return;
      if (now.picked) keep(now.picked.sha256, now.picked.page, boxOf(now.picked));
      else ports.announce(evidenceText.pickFirst);
    },
    placeDrawn: keep,
    takeBackPlace: (name) => {
      store.getState().correctPlace(name, null);
      tell(evidenceText.takenBack(labelOf(name)));
    },
  };
}

function describe(
  { field, picked }: Begun,
  known: KnownEvidence,
  labelOf: CorrectingTargets['labelOf'],
): Correcting {
  const label = labelOf(field);
  if (!picked) return { label, picked: null };
  const { sha256, page } = picked;
  return { label, picked: { sha256, page, box: boxOf(picked), text: textOf(picked, known) } };
}

/** Picks in the document that is looked at, and brings what was picked into view. */
function pickIn(
  { known, openViews, viewer }: CorrectingTargets,
  { field, picked: before }: Begun,
  press: ArrowPress,
): Begun['picked'] {
  const sha256 = viewer.current?.shownDocument() ?? null;
  const view = sha256 === null ? null : openViews.of(sha256);
  if (sha256 === null || !view) return null;
  const evidence = known.fields[field];
  const isHere = evidence?.sha256 === sha256 && evidence.status !== 'tidak_ditemukan';
  const from = { view, reading: known.readings[sha256], place: isHere ? evidence.place : null };
  const words = pickNext(from, before?.sha256 === sha256 ? before : null, press);
  if (!words) return null;
  viewer.current?.showPlace(sha256, words.page, [boxOf(words)]);
  return { ...words, sha256 };
}

function textOf(picked: NonNullable<Begun['picked']>, { readings }: KnownEvidence): string {
  return wordsIn(readings[picked.sha256], picked.page, boxOf(picked));
}
