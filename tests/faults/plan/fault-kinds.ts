/** What the network does to one call; README.md says what each is. */
export const networkFaults = [
  'delay',
  'cut-before',
  'cut-request',
  'cut-answer',
  'truncate',
  'lost-answer',
  'silence',
  'duplicate',
  'late-duplicate',
  'reorder',
  'status-500',
  'status-401',
  'status-429',
  'portal',
] as const;
/** What the network does to one call. */
export type NetworkFault = (typeof networkFaults)[number];

/** Moments at which the browser is killed. */
export const browserMoments = [
  'deciding',
  'journalling',
  'journalled',
  'storing',
  'saved',
  'sending',
  'answered',
  'receipt',
  'any',
] as const;
/** A moment at which the browser is killed. */
export type BrowserMoment = (typeof browserMoments)[number];

/** Moments at which the server is killed: while it works on decisions, when it has answered, or any. */
export const serverMoments = ['working', 'answered', 'any'] as const;
/** A moment at which the server is killed. */
export type ServerMoment = (typeof serverMoments)[number];

/** What an older backup is put back over: the database alone, or the server's whole disk. */
export type Restored = 'database' | 'disk';

/** A kind of fault as it is counted. */
export type FaultKind =
  | `network ${NetworkFault | 'down'}`
  | `browser killed (${BrowserMoment})`
  | `server killed (${ServerMoment})`
  | 'page reloaded'
  | 'clock jumped'
  | 'quota exhausted'
  | 'storage erased'
  | 'device key lost'
  | 'storage reset by Chromium'
  | `backup restored (${Restored})`
  | `ASN ${'withdraws' | 'resubmits'}`;

/** How often each kind of fault was injected. */
export class FaultCounts {
  readonly counts = new Map<FaultKind, number>();

  add(kind: FaultKind, times = 1): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + times);
  }

  addAll(other: FaultCounts): void {
    for (const [kind, times] of other.counts) this.add(kind, times);
  }
}
