/** The places of the decision panel that keys move the focus to. */
export interface PanelPlaces {
  readonly focusReasons: () => void;
  readonly focusNote: () => void;
  /** Shows the first page that was not seen yet. */
  readonly showUnseen: () => void;
}
