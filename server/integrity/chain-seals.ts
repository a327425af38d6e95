import { createHmac } from 'node:crypto';
import { genesisHash, verifyChain } from '#server/commands/chain.ts';
import { isSameSeal } from '#server/store/compare-seals.ts';
import type { Db } from '#server/store/database.ts';
import type { ChainSealTable } from '#server/store/guard-tables.ts';
import { keptSecret } from '#server/store/secrets.ts';

/*
 * A chain of hashes alone shows nothing to whoever can write the whole of it anew. So a server seals, moments after a link was
 * appended, how far it has checked each chain; the key of the seal lies outside the database. What is sealed cannot be
 * written anew, whoever owns the database.
 */

/** The key under which seals and anchors are made. */
export async function integrityKey(db: Db): Promise<Uint8Array> {
  return keptSecret(db, 'chain');
}

/** What does not fit between a chain and its seal. */
export interface SealFault {
  readonly instansiId: string;
  /** `palsu`: no server made this seal; `berubah`: the chain is not what was sealed; `hilang`: there was one. */
  readonly kind: 'palsu' | 'berubah' | 'hilang';
}

/**
 * Checks what was appended since the last seals and seals it. A chain that is not what was sealed keeps its old seal, so
 * that it stays visible. `sealedBefore`: chains known from elsewhere to have had a seal.
 */
export async function sealHeads(
  db: Db,
  sealedBefore: ReadonlySet<string> = new Set(),
): Promise<readonly SealFault[]> {
  const heads = await db
    .selectFrom('chain_head')
    .leftJoin('chain_seal', 'chain_seal.instansi_id', 'chain_head.instansi_id')
    .select(['chain_head.instansi_id', 'chain_head.seq', 'chain_head.hash'])
    .select(['chain_seal.seq as sealed_seq', 'chain_seal.hash as sealed_hash', 'chain_seal.seal'])
    .where('chain_head.seq', '>', 0)
    .where((where) =>
      where.or([
        where('chain_seal.hash', 'is', null),
        where('chain_seal.hash', '<>', where.ref('chain_head.hash')),
      ]),
    )
    .execute();
  if (heads.length === 0) return [];
  const key = await integrityKey(db);
  const faults: SealFault[] = [];
  for (const { instansi_id: instansiId, seq, hash, ...sealed } of heads) {
    const { sealed_seq: sealedSeq, sealed_hash: sealedHash, seal } = sealed;
    const known = sealedSeq !== null && sealedHash !== null && seal !== null;
    const before = known
      ? { instansi_id: instansiId, seq: sealedSeq, hash: sealedHash, seal }
      : undefined;
    const fault =
      !before && sealedBefore.has(instansiId)
        ? ({ instansiId, kind: 'hilang' } as const)
        : await faultOfSeal(db, key, before);
    const goesOn = !fault && (await verifyChain(db, instansiId, before)) === undefined;
    if (!goesOn) faults.push(fault ?? { instansiId, kind: 'berubah' });
    else await putSeal(db, key, { instansi_id: instansiId, seq, hash });
  }
  return faults;
}

/** What does not fit between all seals and their chains. */
export async function verifySeals(
  db: Db,
  sealedBefore: ReadonlySet<string>,
): Promise<readonly SealFault[]> {
  const key = await integrityKey(db);
  const seals = await db.selectFrom('chain_seal').selectAll().orderBy('instansi_id').execute();
  const faults: SealFault[] = [];
  for (const seal of seals) {
    const fault = await faultOfSeal(db, key, seal);
    if (fault) faults.push(fault);
  }
  const there = new Set(seals.map((seal) => seal.instansi_id));
  const gone = [...sealedBefore].filter((instansiId) => !there.has(instansiId));
  return [...faults, ...gone.map((instansiId) => ({ instansiId, kind: 'hilang' }) as const)];
}

async function faultOfSeal(
  db: Db,
  key: Uint8Array,
  seal: ChainSealTable | undefined,
): Promise<SealFault | undefined> {
  if (!seal) return undefined;
  const instansiId = seal.instansi_id;
  if (!isSameSeal(seal.seal, sealOf(key, seal))) return { instansiId, kind: 'palsu' };
  const link = await db
    .selectFrom('decision')
    .select('hash')
    .where('instansi_id', '=', instansiId)
    .where('chain_seq', '=', seal.seq)
    .executeTakeFirst();
  return link?.hash === seal.hash ? undefined : { instansiId, kind: 'berubah' };
}

async function putSeal(db: Db, key: Uint8Array, head: Omit<ChainSealTable, 'seal'>): Promise<void> {
  if (head.hash === genesisHash) return;
  const seal = sealOf(key, head);
  await db
    .insertInto('chain_seal')
    .values({ ...head, seal })
    // Another server may have sealed more meanwhile.
    .onConflict((conflict) =>
      conflict
        .column('instansi_id')
        .doUpdateSet({ seq: head.seq, hash: head.hash, seal })
        .where('chain_seal.seq', '<', head.seq),
    )
    .execute();
}

function sealOf(key: Uint8Array, head: Omit<ChainSealTable, 'seal'>): string {
  const parts = ['kepala rantai 1', head.instansi_id, head.seq, head.hash];
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest('hex');
}
