import type { ReasonListHandle } from '#renderer/features/workbench/reason-list.tsx';

/** The places of the decision panel that keys move the focus to. */
export interface PanelPlaces {
  readonly reasons: { readonly current: ReasonListHandle | null };
  readonly note: { readonly current: HTMLTextAreaElement | null };
}
