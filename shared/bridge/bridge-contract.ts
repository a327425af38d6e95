import { z } from 'zod';
import { journalCalls } from '#shared/bridge/journal-port.ts';

/** Number of the bridge contract; it changes when the shape changes (a test holds it). */
export const bridgeVersion = 3;

/** Name under which the preload script exposes the bridge on `window`. */
export const bridgeGlobal = 'mejaBridge';

/** Where the application runs: `serverUrl` is an origin without trailing slash, `deviceName` the PC's own name. */
export const platformDescriptionSchema = z.object({
  host: z.enum(['electron', 'browser']),
  appVersion: z.string(),
  serverUrl: z.url(),
  deviceName: z.string(),
});
/** Where the application runs. */
export type PlatformDescription = z.infer<typeof platformDescriptionSchema>;

/** A technical log line without personal data. */
export const logEntrySchema = z.object({
  level: z.enum(['info', 'warning', 'error']),
  event: z.string().max(80),
  detail: z.string().max(2000),
});
/** A technical log line without personal data. */
export type LogEntry = z.infer<typeof logEntrySchema>;

/** A few bytes (a wrapped key), base64. */
const smallBytesSchema = z.base64().max(8192);

/**
 * What became of protected bytes. `renewed`: the same, protected anew, because the system's own key changed. `hilang`:
 * the system no longer has the key (a Windows profile that was reset). `tak_tersedia`: not now; it must be asked again.
 */
export const unprotectedSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('terbuka'),
    bytes: smallBytesSchema,
    renewed: smallBytesSchema.nullable(),
  }),
  z.object({ kind: z.literal('hilang') }),
  z.object({ kind: z.literal('tak_tersedia') }),
]);
/** What became of protected bytes. */
export type Unprotected = z.infer<typeof unprotectedSchema>;

/** Every call over the bridge: its arguments and its answer. Preload, handlers and types derive from this one map. */
export const bridgeCalls = {
  describe: { channel: 'meja:describe', args: z.tuple([]), answer: platformDescriptionSchema },
  log: { channel: 'meja:log', args: z.tuple([logEntrySchema]), answer: z.null() },
  protect: {
    channel: 'meja:protect',
    args: z.tuple([smallBytesSchema]),
    answer: smallBytesSchema.nullable(),
  },
  unprotect: {
    channel: 'meja:unprotect',
    args: z.tuple([smallBytesSchema]),
    answer: unprotectedSchema,
  },
  journalAppend: { channel: 'meja:journal-append', ...journalCalls.append },
  journalRead: { channel: 'meja:journal-read', ...journalCalls.read },
  journalReplace: { channel: 'meja:journal-replace', ...journalCalls.replace },
  journalList: { channel: 'meja:journal-list', ...journalCalls.list },
  journalErase: { channel: 'meja:journal-erase', ...journalCalls.erase },
} as const;

/** Name of a bridge call. */
export type BridgeCallName = keyof typeof bridgeCalls;

/** The object that the preload script exposes. */
export type Bridge = {
  readonly [K in BridgeCallName]: (
    ...args: z.infer<(typeof bridgeCalls)[K]['args']>
  ) => Promise<z.infer<(typeof bridgeCalls)[K]['answer']>>;
};
