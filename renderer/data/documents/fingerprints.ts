import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { fingerprintRowSchema } from '#renderer/data/schema/stored-rows.ts';
import {
  textFingerprintSchema,
  type TextFingerprint,
} from '#renderer/evidence/matching/document/text-fingerprint.ts';

/** What tells another scan of a document's paper. */
export interface DocumentFingerprint {
  readonly sha256: string;
  readonly fingerprint: TextFingerprint;
}

/** A fingerprint that `engine` made, as a row of `fingerprints`, to be put in a transaction. */
export async function sealFingerprint(
  database: AccountDatabase,
  engine: string,
  { sha256, fingerprint }: DocumentFingerprint,
) {
  const sealed = await database.vault.seal(fingerprintPlace(sha256, engine), fingerprint);
  return { sha256, engine, sealed };
}

/** The documents that have a fingerprint, of whatever engine. */
export async function listFingerprinted(database: AccountDatabase): Promise<readonly string[]> {
  return database.fingerprints.toCollection().primaryKeys();
}

/** The fingerprints that `engine` made of these documents; those that cannot be read are left out: they come again. */
export async function readFingerprints(
  database: AccountDatabase,
  engine: string,
  shas: readonly string[],
): Promise<readonly DocumentFingerprint[]> {
  const rows = await database.fingerprints.bulkGet([...shas]);
  const opened = await Promise.all(
    rows.map(async (stored) => {
      const row = fingerprintRowSchema.safeParse(stored);
      if (!row.success || row.data.engine !== engine) return [];
      const { sha256, sealed } = row.data;
      const content = await database.vault.open(fingerprintPlace(sha256, engine), sealed);
      const fingerprint = textFingerprintSchema.safeParse(content.ok ? content.value : null);
      return fingerprint.success ? [{ sha256, fingerprint: fingerprint.data }] : [];
    }),
  );
  return opened.flat();
}

function fingerprintPlace(sha256: string, engine: string): string {
  return `fingerprints:${engine}:${sha256}`;
}
