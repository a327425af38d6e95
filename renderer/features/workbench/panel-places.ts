/** The places of the decision panel that keys move the focus to. */
export interface PanelPlaces {
  readonly focusReasons: () => void;
  readonly focusNote: () => void;
  readonly focusOutcome: () => void;
  /** Shows the first part that was not seen yet. */
  readonly showUnseen: () => void;
}
