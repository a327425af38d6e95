import { randomBytes } from 'node:crypto';
import { link, rename, rm } from 'node:fs/promises';
import { z } from 'zod';
import { startSentences } from '#server/app/start-sentences.ts';
import { StartProblem } from '#server/cli/start-problem.ts';
import type { Db } from '#server/store/database.ts';
import { parseJson, readIfThere, writeBeside } from '#server/store/kept-files.ts';
import { isSealed, keyBytes, makeKeyRing, type KeyRing } from '#server/store/key-ring.ts';
import { resealSecrets } from '#server/store/secrets.ts';

/** A key of 32 bytes, in base64 or base64url. */
export const serverKeySchema = z
  .string()
  .transform((text) => new Uint8Array(Buffer.from(text, 'base64')))
  .refine((key) => key.byteLength === keyBytes);

const fileSchema = z.object({
  version: z.literal(1),
  keys: z.array(z.object({ key: serverKeySchema, since: z.iso.datetime() })).min(1),
});

/** Where the keys come from: the environment, the newest one first, else a file that is made when there is none. */
export interface KeySource {
  readonly serverKeys: readonly Uint8Array[] | undefined;
  readonly keyFile: string;
}

/**
 * The keys under which the secrets of that database lie; all of them are under the newest one when this resolves. Throws
 * StartProblem when the keys are missing or are those of another database.
 */
export async function openServerKeys(source: KeySource, db: Db): Promise<KeyRing> {
  const keys = await readKeys(source);
  if (!keys && (await hasSealed(db)))
    throw new StartProblem(startSentences.keysMissing(source.keyFile));
  const ring = keys ?? (await makeFile(source.keyFile));
  const { lost } = await resealSecrets(db, ring);
  if (lost > 0) throw new StartProblem(startSentences.keysForeign(lost));
  return ring;
}

/** Puts a new key before those of the file; they stay, because backups of the database need them. Throws StartProblem. */
export async function addKey({ serverKeys, keyFile }: KeySource): Promise<void> {
  if (serverKeys) throw new StartProblem(startSentences.keysFromEnvironment);
  const kept = await readFileOf(keyFile);
  if (!kept) throw new StartProblem(startSentences.keysMissing(keyFile));
  await writeFileOf(keyFile, [newKey(), ...kept]);
}

/** The keys were lost: forgets what lies under them, and begins with those of the source, or new ones. */
export async function forgetLostSecrets(source: KeySource, db: Db): Promise<number> {
  const ring = (await readKeys(source)) ?? (await makeFile(source.keyFile));
  return (await resealSecrets(db, ring, { forgetLost: true })).lost;
}

async function readKeys({ serverKeys, keyFile }: KeySource): Promise<KeyRing | undefined> {
  const keys = serverKeys ?? (await readFileOf(keyFile))?.map(({ key }) => key);
  const [newest, ...before] = keys ?? [];
  return newest && makeKeyRing([newest, ...before]);
}

type KeptKey = z.infer<typeof fileSchema>['keys'][number];

async function readFileOf(file: string): Promise<readonly KeptKey[] | undefined> {
  const kept = await readIfThere(file).catch(() => {
    throw new StartProblem(startSentences.keysUnreadable(file));
  });
  if (!kept) return undefined;
  const parsed = fileSchema.safeParse(parseJson(kept.toString('utf8')));
  if (!parsed.success) throw new StartProblem(startSentences.keysUnreadable(file));
  return parsed.data.keys;
}

async function makeFile(file: string): Promise<KeyRing> {
  const first = newKey();
  await writeFileOf(file, [first], 'new');
  // Of two servers that start at the same moment over one folder the first one's is there.
  const [made] = (await readFileOf(file)) ?? [];
  return makeKeyRing([made?.key ?? first.key]);
}

function newKey(): KeptKey {
  return { key: new Uint8Array(randomBytes(keyBytes)), since: new Date().toISOString() };
}

/** At every moment the file is the old one or the new one, whole; nobody else may read it. */
async function writeFileOf(
  file: string,
  keys: readonly KeptKey[],
  where: 'new' | 'instead' = 'instead',
): Promise<void> {
  const kept = keys.map(({ key, since }) => ({ key: Buffer.from(key).toString('base64'), since }));
  try {
    const fresh = await writeBeside(
      file,
      `${JSON.stringify({ version: 1, keys: kept }, null, 2)}\n`,
    );
    if (where === 'instead') await rename(fresh, file);
    else await putNew(fresh, file);
  } catch {
    throw new StartProblem(startSentences.keysUnwritable(file));
  }
}

async function putNew(fresh: string, file: string): Promise<void> {
  try {
    await link(fresh, file);
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause;
  }
  await rm(fresh, { force: true });
}

async function hasSealed(db: Db): Promise<boolean> {
  const rows = await db.selectFrom('server_secret').select('value').execute();
  return rows.some(({ value }) => isSealed(value));
}
