/** The ways from screen to screen that more than one of them takes. */
export interface Ways {
  readonly toInbox: () => void;
  readonly toUsul: (usulId: string) => void;
  readonly toOutbox: () => void;
  /** To approval in bulk. */
  readonly toBulk: () => void;
  /** To the decisions that came back, from one of them or (null) the first. */
  readonly toReturned: (decisionId: string | null) => void;
  readonly toSettings: () => void;
  /** To where something is reported to the helpdesk. */
  readonly toReport: () => void;
  /** To where the person was before looking at what came back, or into the settings. */
  readonly back: () => void;
  /** The usul that was open last in this sitting, however the person came to it; null while none was. */
  readonly lastUsulId: string | null;
}
