import type { CaseNavigation } from '#renderer/features/workbench/case-header.tsx';
import type { OpenCase } from '#renderer/features/workbench/case-fields.ts';
import type { PanelPlaces } from '#renderer/features/workbench/panel-places.ts';
import type { Decide } from '#renderer/features/workbench/use-decide.ts';
import type { FieldFocus } from '#renderer/features/workbench/use-field-focus.ts';
import type { Judging } from '#renderer/features/workbench/use-judging.ts';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import type { ViewerCommands } from '#renderer/viewer/viewer-commands.ts';

interface CaseKeyTargets {
  readonly open: OpenCase;
  readonly focus: FieldFocus;
  readonly judging: Judging;
  readonly decision: Decide;
  readonly navigation: CaseNavigation;
  readonly viewer: { readonly current: ViewerCommands | null };
  /** The left pane. */
  readonly panel: { readonly current: HTMLElement | null };
  readonly places: PanelPlaces;
}

/** The keys of the workbench: fields and decision, and the document beside them. */
export function useCaseKeys(targets: CaseKeyTargets): void {
  const { focus, judging, decision, navigation, viewer, places } = targets;
  useKeys(['workbench', 'dokumen'], {
    fieldUp: () => focus.move(-1),
    fieldDown: () => focus.move(1),
    judgeMatch: () => judging.judgeActive('sesuai'),
    judgeDiffer: () => judging.judgeActive('tidak_sesuai'),
    judgeUnreadable: () => judging.judgeActive('tidak_terbaca'),
    judgeAll: () => judging.judgeAll(),
    chooseForward: () => judging.choose('teruskan'),
    chooseReturn: () => judging.choose('perbaikan'),
    chooseRefuse: () => judging.choose('tolak'),
    chooseCoordinate: () => judging.choose('koordinasi'),
    writeNote: () => places.focusNote(),
    decide: () => decision.save(),
    previousCase: () => navigation.onPrevious(),
    nextCase: () => navigation.onNext(),
    leave: () => leave(targets),
    scrollDown: () => viewer.current?.scrollDown(),
    scrollUp: () => viewer.current?.scrollUp(),
    zoomIn: () => viewer.current?.zoomIn(),
    zoomOut: () => viewer.current?.zoomOut(),
    fitWidth: () => viewer.current?.fitWidth(),
    rotate: () => viewer.current?.rotate(),
    findInDocument: () => viewer.current?.search(),
    nextDocument: () => viewer.current?.nextDocument(),
  });
}

/** Escape goes one step out: from an input or a reason back to the field, from there to the inbox. */
function leave({ focus, navigation, panel }: CaseKeyTargets): void {
  const { activeElement } = document;
  const inInput =
    activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement;
  if (inInput && panel.current?.contains(activeElement) && focus.active !== null)
    focus.focus(focus.active);
  else navigation.onLeave();
}
