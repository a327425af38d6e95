import { useMemo, type RefObject } from 'react';
import type { Decide } from '#renderer/features/workbench/decide/use-decide.ts';
import type { TakeOver } from '#renderer/features/workbench/decide/use-take-over.ts';
import type { Judging } from '#renderer/features/workbench/decide/use-judging.ts';
import type { PanelParts } from '#renderer/features/workbench/decide/use-panel-places.ts';
import type { ValueCorrection } from '#renderer/features/workbench/correction/use-value-correction.ts';
import type { CaseNavigation } from '#renderer/features/workbench/header/navigation-bar.tsx';
import type { Batches } from '#renderer/features/workbench/header/use-batches.ts';
import { caseKeys, placeKeys, type CaseAction } from '#renderer/features/workbench/keys.ts';
import type { CaseViews } from '#renderer/features/workbench/use-case-views.ts';
import type { EvidenceWork } from '#renderer/features/workbench/evidence/evidence-work.ts';
import type { WordStep } from '#renderer/features/workbench/evidence/word-steps.ts';
import type { ThreadWork } from '#renderer/features/workbench/thread/use-thread.ts';
import type { FieldFocus } from '#renderer/features/workbench/use-field-focus.ts';
import type { ActionOf } from '#renderer/ui/keys/key-group.ts';
import { focusKindOf } from '#renderer/ui/keys/match-key.ts';
import { useKeys, type KeyHandlers } from '#renderer/ui/keys/use-keys.ts';
import { documentKeys, type DocumentAction } from '#renderer/viewer/document-keys.ts';
import type { ViewerCommands } from '#renderer/viewer/viewer-commands.ts';

/** Everything that the keys of the workbench reach. */
export interface CaseKeyTargets {
  readonly readOnly: boolean;
  readonly focus: FieldFocus;
  readonly judging: Judging;
  readonly decision: Decide;
  readonly takeOver: TakeOver;
  readonly evidence: EvidenceWork;
  readonly thread: ThreadWork;
  readonly correction: ValueCorrection;
  readonly navigation: CaseNavigation;
  readonly batches: Batches;
  readonly views: CaseViews;
  readonly viewer: RefObject<ViewerCommands | null>;
  /** The whole case. */
  readonly root: RefObject<HTMLElement | null>;
  readonly parts: PanelParts;
  readonly onCopyNip: () => void;
  readonly onRecords: () => void;
}

/** The keys of the workbench: fields and decision, ways to look, and the document beside them. */
export function useCaseKeys(targets: CaseKeyTargets): void {
  const document = useMemo(() => onDocument(targets.viewer), [targets.viewer]);
  const { correcting } = targets.evidence;
  useKeys(correcting === null ? caseGroups : correctingGroups, {
    ...onFields(targets),
    ...onLooks(targets),
    ...onPlace(targets),
    ...document,
  });
}

const caseGroups = [caseKeys, documentKeys];
const correctingGroups = [placeKeys, ...caseGroups];

const wordSteps: Readonly<Record<string, WordStep>> = {
  ArrowLeft: 'kiri',
  ArrowRight: 'kanan',
  ArrowUp: 'atas',
  ArrowDown: 'bawah',
};

function onPlace({ evidence }: CaseKeyTargets): KeyHandlers<ActionOf<typeof placeKeys>> {
  return {
    pickWord: (key, extend) => {
      const step = wordSteps[key];
      if (step) evidence.pickWord({ step, extend });
    },
    acceptPicked: () => evidence.acceptPicked(),
  };
}

function onFields(targets: CaseKeyTargets): KeyHandlers<CaseAction> {
  const { focus, judging, evidence, thread } = targets;
  return {
    fieldUp: () => focus.turn(-1),
    fieldDown: () => focus.turn(1),
    judgeMatch: () => judging.judgeActive('sesuai'),
    judgeDiffer: () => judging.judgeActive('tidak_sesuai'),
    judgeUnreadable: () => judging.judgeActive('tidak_terbaca'),
    judgeAll: () => judging.judgeAll(),
    judgeFound: () => evidence.judgeFound(),
    previousToLookAt: () => evidence.turnToLookAt(-1),
    nextToLookAt: () => evidence.turnToLookAt(1),
    correctPlace: () => evidence.startCorrecting(),
    correctValue: () => targets.correction.toggle(),
    // Chosen once more it stays, unlike at a click: hands that know the keys press them again to be sure.
    chooseForward: () => judging.chooseBy('chooseForward'),
    chooseReturn: () => judging.chooseBy('chooseReturn'),
    chooseRefuse: () => judging.chooseBy('chooseRefuse'),
    // Where a question is answered there is no outcome to choose: the key takes it on.
    chooseOther: () => void (thread.toggleHold() || judging.chooseBy('chooseOther')),
    nextDeletionReason: () => judging.nextDeletionReason(),
    acknowledge: () => judging.acknowledge(),
    writeNote: () => targets.parts.places.focusNote(),
    undoStep: () => judging.undo(),
    advance: () => advance(targets),
    decide: () => decide(targets),
    sendMessage: () => thread.send(),
  };
}

/** What the key of deciding does: where there is nothing to decide, what stands in the panel instead. */
function decide({ takeOver, thread, decision }: CaseKeyTargets): void {
  if (takeOver.offered) takeOver.run();
  else if (thread.writes) thread.send();
  else decision.save();
}

/** Enter goes on: with the decision, or past an usul that has none to make. */
function advance({ readOnly, decision, navigation }: CaseKeyTargets): void {
  if (readOnly && !decision.saving) navigation.onNext();
  else decision.save();
}

function onLooks(targets: CaseKeyTargets): KeyHandlers<CaseAction | DocumentAction> {
  const { navigation, batches, views } = targets;
  return {
    previousCase: () => navigation.onPrevious(),
    nextCase: () => navigation.onNext(),
    leave: () => leave(targets),
    toggleQueue: () => views.toggleQueue(),
    focusMode: () => views.toggleFocusMode(),
    fullDocument: () => views.toggleFull(),
    thumbnails: () => views.setThumbnails(!views.thumbnails),
    recognisedText: () => {
      if (targets.evidence.textOf) views.setText(!views.text);
    },
    copyNip: () => targets.onCopyNip(),
    showRecords: () => targets.onRecords(),
    batchOfPerson: () => batches.toggle('person'),
    batchOfType: () => batches.toggle('type'),
  };
}

function onDocument(viewer: RefObject<ViewerCommands | null>): KeyHandlers<DocumentAction> {
  return {
    scrollDown: () => viewer.current?.scrollDown(),
    scrollUp: () => viewer.current?.scrollUp(),
    zoomIn: () => viewer.current?.zoomIn(),
    zoomOut: () => viewer.current?.zoomOut(),
    fitWidth: () => viewer.current?.fitWidth(),
    fitPage: () => viewer.current?.fitPage(),
    rotate: () => viewer.current?.rotate(),
    findInDocument: () => viewer.current?.search(),
    nextDocument: () => viewer.current?.nextDocument(),
    nextPage: () => viewer.current?.nextPage(),
    previousPage: () => viewer.current?.previousPage(),
    magnify: () => viewer.current?.toggleMagnifier(),
    sideBySide: () => viewer.current?.toggleSideBySide(),
  };
}

/**
 * Escape goes one step out: a correction that is being typed ends; then from the reasons or an input to the field, then drawing ends and the magnifier goes; from
 * wherever else the focus is to the field, from the full document to the record, to the inbox.
 */
function leave(targets: CaseKeyTargets): void {
  const { focus, navigation, root, views, parts, viewer } = targets;
  if (targets.correction.end()) return;
  const focused = document.activeElement;
  const elsewhere = root.current?.contains(focused) === true && !focus.holdsFocus();
  const within = elsewhere && (parts.reasonsOpen || focusKindOf(focused) === 'text');
  if (!within && targets.evidence.endCorrecting()) return;
  if (!within && viewer.current?.endMagnifier() === true) return;
  if (elsewhere && focus.active !== null) focus.focus(focus.active);
  else if (views.full) views.setFull(false);
  else navigation.onLeave();
}
