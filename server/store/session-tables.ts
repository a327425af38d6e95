import type { ColumnType } from 'kysely';
import type { CreatedAt, Instant } from '#server/store/column-types.ts';

/** A PC that has signed in. */
export interface DeviceTable {
  id: string;
  name: string;
  created_at: CreatedAt;
  last_seen_at: Instant;
  revoked_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

/** Whether an account may use a PC, waits for an admin to say so, or was refused. */
export interface EnrolmentTable {
  account_id: string;
  device_id: string;
  state: 'menunggu' | 'berlaku' | 'ditolak';
  asked_at: Instant;
  ruled_at: ColumnType<Date | null, null | undefined, Date>;
}

/**
 * A key by which a PC is known (see `deviceKeySchema`), and the account that brought it; `sementara`: it binds sessions that
 * have shown it, and nobody with a password has vouched for it.
 */
export interface DeviceKeyTable {
  device_id: string;
  key: string;
  account_id: string;
  state: 'menunggu' | 'sementara' | 'berlaku';
  enrolled_at: Instant;
}

/** What only the server and one account's installation on one PC know: 32 bytes in base64. */
export interface DeviceSecretTable {
  account_id: string;
  device_id: string;
  secret: string;
  created_at: CreatedAt;
}

/** A signed-in session: the family of its refresh tokens. */
export interface SessionTable {
  id: string;
  account_id: string;
  /** The one in use. */
  appointment_id: string;
  device_id: string;
  created_at: CreatedAt;
  revoked_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  /** Version of the application that signed in or refreshed last; null where it named none. */
  app_version: ColumnType<string | null, string | null | undefined, string | null>;
  /** The key of the PC that everything of this session is signed with; null: its application has none. */
  device_key: ColumnType<string | null, string | null | undefined, string | null>;
  /** When it last asked for changes, to a minute; null: never, or before that was noted. */
  pulled_at: ColumnType<Date | null, Date | undefined, Date>;
}

/** A version of the application that an account was seen with on a PC, and when last. */
export interface SeenVersionTable {
  account_id: string;
  device_id: string;
  version: string;
  seen_at: Instant;
}

/** A refresh token by its SHA-256; `parent_hash` is the token that it was exchanged for. */
export interface RefreshTokenTable {
  hash: string;
  session_id: string;
  parent_hash: string | null;
  expires_at: Instant;
  used_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
}
