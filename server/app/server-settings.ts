import path from 'node:path';
import { z } from 'zod';
import { serverKeySchema } from '#server/app/server-keys.ts';
import { trustedProxiesSchema } from '#server/http/trusted-proxies.ts';
import { refreshDays } from '#server/session/sessions.ts';
import { shortestAuditDays } from '#server/store/audit.ts';
import { callsPerMinute } from '#shared/contract/api.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ''),
  );
const positive = (value: number) => z.coerce.number().int().positive().default(value);

const tlsPair = [
  ['MEJA_TLS_CERT', 'MEJA_TLS_KEY'],
  ['MEJA_TLS_KEY', 'MEJA_TLS_CERT'],
] as const;

/** Settings from the environment; each has a default that suits one machine of one's own. */
export const settingsSchema = z
  .object({
    HOST: z.string().min(1).default('127.0.0.1'),
    PORT: z.coerce.number().int().min(0).max(65_535).default(8480),
    /** PostgreSQL to use; absent: an embedded one in the data folder. */
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    /** The same database as the owner of its tables, for migrations; absent: DATABASE_URL is the owner's. */
    MEJA_DATABASE_OWNER_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    MEJA_DATA_DIR: z.string().min(1).default('.meja'),
    /** Folder of the built application to serve at `/`; absent: the API alone. */
    MEJA_APP_DIR: z.string().min(1).optional(),
    /** Further origins that may call the API, comma-separated; the desktop application always may. */
    MEJA_ALLOWED_ORIGINS: list.pipe(z.array(z.url())),
    MEJA_MINIMUM_APP_VERSION: z
      .string()
      .regex(/^\d+\.\d+\.\d+$/)
      .default('0.1.0'),
    MEJA_OFFLINE_UNLOCK_DAYS: positive(14),
    MEJA_LOCK_AFTER_MINUTES: positive(15),
    /** Whether a verifikator may mark every field whose value was found in one stroke. */
    MEJA_MARK_FOUND_ALLOWED: z.stringbool().default(true),
    /** When an account's next PC waits for an admin; see `EnrolmentPolicy`. */
    MEJA_DEVICE_APPROVAL: z
      .enum(['automatic', 'after-revocation', 'always'])
      .default('after-revocation'),
    /** Whether PCs without a key are turned away; applications before contract 9 have none. */
    MEJA_DEVICE_KEY_REQUIRED: z.stringbool().default(false),
    /** Sign-in attempts per account and address in five minutes; ten times as many per address. */
    MEJA_SIGN_IN_ATTEMPTS: positive(20),
    /** PCs of an office that stand behind one address; limits of an address are those of an account times this. */
    MEJA_PCS_PER_ADDRESS: positive(100),
    /** Open connections of this server. */
    MEJA_MAX_CONNECTIONS: positive(2_000),
    /** Connections to PostgreSQL at most. */
    MEJA_DATABASE_CONNECTIONS: positive(20),
    /** Days that ended sessions are kept, and entries of the audit; see `housekeeping.ts`. */
    MEJA_SESSION_DAYS: z.coerce.number().int().min(refreshDays).default(90),
    MEJA_AUDIT_DAYS: z.coerce
      .number()
      .int()
      .min(shortestAuditDays + 1)
      .default(1_826),
    /** Proxies in front that state the caller's address (X-Forwarded-For): their addresses, or whoever is in front. */
    MEJA_TRUST_PROXY: trustedProxiesSchema.default(false),
    /** Certificate (with its chain) and key as PEM files: the server speaks TLS by itself. */
    MEJA_TLS_CERT: z.string().min(1).optional(),
    MEJA_TLS_KEY: z.string().min(1).optional(),
    /** Where the mark of how far the database came is kept; absent: in the data folder. */
    MEJA_MARK_FILE: z.string().min(1).optional(),
    /** Where the anchors of what stood in the database are kept; absent: in the data folder. */
    MEJA_ANCHOR_FILE: z.string().min(1).optional(),
    /** Keys under which secrets lie in the database, the newest one first (base64, comma-separated); absent: a file. */
    MEJA_SERVER_KEY: list.pipe(z.array(serverKeySchema)),
    /** That file; absent: in the data folder. */
    MEJA_KEY_FILE: z.string().min(1).optional(),
    MEJA_LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  })
  .superRefine((env, context) => {
    for (const [one, other] of tlsPair) {
      if (env[one] !== undefined || env[other] === undefined) continue;
      context.addIssue({ code: 'custom', path: [one], message: 'The other one is set.' });
    }
  })
  .transform((env) => ({
    host: env.HOST,
    port: env.PORT,
    databaseUrl: env.DATABASE_URL,
    databaseOwnerUrl: env.MEJA_DATABASE_OWNER_URL,
    dataDir: path.resolve(env.MEJA_DATA_DIR),
    appDir: env.MEJA_APP_DIR === undefined ? undefined : path.resolve(env.MEJA_APP_DIR),
    allowedOrigins: env.MEJA_ALLOWED_ORIGINS,
    policy: {
      minimumAppVersion: env.MEJA_MINIMUM_APP_VERSION,
      offlineUnlockDays: env.MEJA_OFFLINE_UNLOCK_DAYS,
      lockAfterMinutes: env.MEJA_LOCK_AFTER_MINUTES,
      markFoundAllowed: env.MEJA_MARK_FOUND_ALLOWED,
    },
    enrolment: {
      approval: env.MEJA_DEVICE_APPROVAL,
      keyRequired: env.MEJA_DEVICE_KEY_REQUIRED,
    },
    signInAttempts: env.MEJA_SIGN_IN_ATTEMPTS,
    callLimits: { perAccount: callsPerMinute, pcsPerAddress: env.MEJA_PCS_PER_ADDRESS },
    maxConnections: env.MEJA_MAX_CONNECTIONS,
    databaseConnections: env.MEJA_DATABASE_CONNECTIONS,
    keptDays: { session: env.MEJA_SESSION_DAYS, audit: env.MEJA_AUDIT_DAYS },
    trustProxy: env.MEJA_TRUST_PROXY,
    tls:
      env.MEJA_TLS_CERT === undefined || env.MEJA_TLS_KEY === undefined
        ? undefined
        : { certFile: path.resolve(env.MEJA_TLS_CERT), keyFile: path.resolve(env.MEJA_TLS_KEY) },
    markFile: path.resolve(env.MEJA_MARK_FILE ?? path.join(env.MEJA_DATA_DIR, 'high-water.json')),
    anchorFile: path.resolve(env.MEJA_ANCHOR_FILE ?? path.join(env.MEJA_DATA_DIR, 'anchors.jsonl')),
    serverKeys: env.MEJA_SERVER_KEY.length > 0 ? env.MEJA_SERVER_KEY : undefined,
    keyFile: path.resolve(env.MEJA_KEY_FILE ?? path.join(env.MEJA_DATA_DIR, 'server-keys.json')),
    logLevel: env.MEJA_LOG_LEVEL,
  }));

/** What the help says of the settings, a line each. */
export const settingsUsage = `  HOST, PORT                 alamat dan port (127.0.0.1, 8480)
  DATABASE_URL               PostgreSQL yang dipakai; kosong: PostgreSQL bawaan
  MEJA_DATABASE_OWNER_URL    basis data yang sama sebagai pemilik tabelnya, untuk migrasi
  MEJA_DATA_DIR              folder data (.meja)
  MEJA_APP_DIR               folder aplikasi yang sudah dibangun, untuk peramban
  MEJA_ALLOWED_ORIGINS       asal lain yang boleh memanggil server, dipisah koma
  MEJA_MINIMUM_APP_VERSION   versi aplikasi tertua yang dilayani (0.1.0)
  MEJA_OFFLINE_UNLOCK_DAYS   hari boleh membuka aplikasi tanpa jaringan (14)
  MEJA_LOCK_AFTER_MINUTES    menit tanpa kegiatan sampai aplikasi terkunci (15)
  MEJA_MARK_FOUND_ALLOWED    false bila "semua yang ditemukan: sesuai" tidak boleh dipakai (true)
  MEJA_DEVICE_APPROVAL       PC baru: automatic, after-revocation (menunggu persetujuan bila PC lain
                             akun itu pernah dicabut), atau always (after-revocation)
  MEJA_DEVICE_KEY_REQUIRED   true bila PC tanpa kunci (aplikasi lama) tidak boleh masuk (false)
  MEJA_SIGN_IN_ATTEMPTS      percobaan masuk per akun dalam lima menit (20)
  MEJA_PCS_PER_ADDRESS       PC kantor di belakang satu alamat (100)
  MEJA_MAX_CONNECTIONS       sambungan yang terbuka bersamaan (2000)
  MEJA_DATABASE_CONNECTIONS  sambungan ke PostgreSQL (20)
  MEJA_SESSION_DAYS          hari sesi yang sudah berakhir disimpan, paling sedikit 60 (90)
  MEJA_AUDIT_DAYS            hari catatan audit disimpan, paling sedikit 366 (1826)
  MEJA_TRUST_PROXY           alamat proxy di depan server, dipisah koma; true: siapa pun di depan (false)
  MEJA_TLS_CERT              berkas PEM sertifikat berikut rantainya; kosong: tanpa TLS
  MEJA_TLS_KEY               berkas PEM kunci sertifikat itu
  MEJA_MARK_FILE             berkas tanda air, sebaiknya di disk lain (high-water.json di folder data)
  MEJA_ANCHOR_FILE           berkas jangkar harian, sebaiknya di disk lain (anchors.jsonl di folder data)
  MEJA_SERVER_KEY            kunci rahasia server (base64, 32 bita), yang terbaru lebih dahulu; kosong: dari berkas
  MEJA_KEY_FILE              berkas kunci itu; simpan cadangannya terpisah (server-keys.json di folder data)
  MEJA_LOG_LEVEL             silent, error, warn, info, atau debug (info)`;

/** Settings of the server. Folders are absolute; `databaseUrl` may hold a password and is never logged. */
export type ServerSettings = z.output<typeof settingsSchema>;

/** Reads the settings; empty variables count as absent. The error names the variables that do not fit. */
export function parseSettings(
  env: Readonly<Record<string, string | undefined>>,
): Result<ServerSettings, { readonly variables: readonly string[] }> {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = settingsSchema.safeParse(filled);
  if (parsed.success) return succeed(parsed.data);
  return fail({
    variables: [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))],
  });
}
