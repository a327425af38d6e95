/** The places of the decision panel that keys move the focus to. */
export interface PanelPlaces {
  readonly focusReasons: () => void;
  readonly focusNote: () => void;
}
