import { z } from 'zod';

/**
 * One numbered change of the local database's shape. `stores` names only the tables that change (Dexie's index
 * syntax); `upgrade` rewrites rows and runs inside the version-change transaction, so it is all or nothing.
 */
export interface Migration {
  readonly version: number;
  readonly stores: Readonly<Record<string, string | null>>;
  readonly upgrade?: (rows: RowRewriter) => Promise<void>;
}

/** A row that some older version wrote. */
export type OldRow = Record<string, unknown>;

/** Lets a migration change the rows of a table without knowing the database library. */
export interface RowRewriter {
  /** Changes every row. */
  rewrite(table: string, change: (row: OldRow) => void): Promise<void>;
  /** Drops the rows with these keys, or all of them. */
  drop(table: string, keys?: readonly string[]): Promise<void>;
}

/**
 * Shape of one account's database, oldest version first; a version that was shipped is never edited.
 *
 * `usul` holds what lists and sync need, `usulBodies` the rest, so that a list of 40,000 never reads a body.
 * `touched` is a counter of this database (see `nextTouch`): who follows a table asks for rows above the last one seen.
 * `setAside` keeps rows that could not be read, for support; nothing reads them back. `snapshots` holds a followed table
 * as one sealed piece, so that a start opens that instead of 40,000 rows. `readings` holds what this PC read in a
 * document, so that it reads it once; `fingerprints` what of that tells another scan of the same paper. `receipts` holds
 * delivered commands that the outbox shows no longer; `parked` the lists of appointments that are not in use.
 */
export const accountMigrations: readonly Migration[] = [
  {
    version: 1,
    stores: {
      usul: 'id, touched, recordType, kind, position.kind, position.stage, opdId, unorId, deadline, version, seq, *shas',
      usulBodies: 'id',
      documents: 'sha256, touched, [state+deadline]',
      documentBytes: 'sha256',
      documentParts: '[sha256+offset], sha256',
      drafts: 'usulId, typed',
      outbox: 'id, touched, usulId, state, *shas',
      audit: '++id, at',
      removals: '[table+key], [table+touched], at',
      setAside: '++id',
      meta: 'key',
    },
  },
  {
    // A refusal says what a person did about it (`handled`), where it only named the decision in its place.
    version: 2,
    stores: {},
    upgrade: (rows) => rows.rewrite('outbox', nameHandling),
  },
  {
    // Lists show how an usul came to the desk and what the rules found; both were only in its body.
    version: 3,
    stores: {},
  },
  {
    // Everything personal is sealed. What the server gives again is dropped, and with it the session (whoever sits here
    // signs in once). What a person made stays as it is until there is a key to seal it with (`sealOldRows`).
    version: 4,
    stores: { snapshots: 'key, upTo' },
    upgrade: dropWhatServerHas,
  },
  {
    // What was read in the documents; nothing is carried over, every document is read anew.
    version: 5,
    stores: { readings: 'sha256, [engine+reach]', fingerprints: 'sha256' },
  },
  {
    // The outbox holds commands of several kinds and says of which kind each is; until then all were decisions. What is
    // sealed stays as it is, and rows that still wait for their key get their kind when they are sealed.
    version: 6,
    stores: {},
    upgrade: (rows) => rows.rewrite('outbox', nameKind),
  },
  {
    // What was delivered stays for a server that goes back in time, longer than the outbox shows it.
    version: 7,
    stores: { receipts: 'id, receivedAt' },
  },
  {
    // A person may have several appointments, each with a list of its own; that of the one in use lies where it always lay.
    version: 8,
    stores: { parked: '[appointmentId+place+part], appointmentId, *ids, *shas' },
  },
];

const cacheTables = [
  'usul',
  'usulBodies',
  'documents',
  'documentBytes',
  'documentParts',
  'removals',
] as const;
const cacheMarks = ['cursor', 'rebuildFrom', 'inboxComplete', 'digestedUpTo'] as const;

async function dropWhatServerHas(rows: RowRewriter): Promise<void> {
  for (const table of cacheTables) await rows.drop(table);
  await rows.drop('meta', [...cacheMarks, 'profile', 'tokens', 'passwordCheck']);
}

const storedRefusal = z.object({
  entry: z.looseObject({
    state: z.looseObject({ kind: z.literal('ditolak'), redoneBy: z.string().nullable() }),
  }),
});

function nameHandling(row: OldRow): void {
  const refusal = storedRefusal.safeParse(row);
  // Every other row, also one that nobody can read, stays as it is.
  if (!refusal.success) return;
  const { entry } = refusal.data;
  const { redoneBy: by, ...state } = entry.state;
  const handled = by === null ? { kind: 'belum' } : { kind: 'diputuskan_ulang', by };
  row['entry'] = { ...entry, state: { ...state, handled } };
}

function nameKind(row: OldRow): void {
  if (row['sealed'] !== undefined) row['kind'] = 'putusan';
}

/** Shape of the database that all accounts of this PC share: who signed in here, and the PC's own id. */
export const hostMigrations: readonly Migration[] = [
  { version: 1, stores: { settings: 'key', accounts: 'id' } },
];
