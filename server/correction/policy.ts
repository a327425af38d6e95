import { writeAudit } from '#server/store/audit.ts';
import type { Db, Tx } from '#server/store/database.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { localDateIn } from '#shared/kernel/time-zone.ts';
import type { RecordTypeId } from '#shared/records/record-type.ts';
import type { Usul } from '#shared/records/usul.ts';
import type { Account, Scope } from '#shared/workflow/authority/account.ts';
import { deciderOf } from '#shared/workflow/authority/authority.ts';

/** The record types that each instansi does not let its verifikators correct, by its id; one that lets them has no entry. */
export type ForbiddenCorrections = ReadonlyMap<string, ReadonlySet<string>>;

/** What holds in each of these instansi on the day that it is there at an instant. */
export async function readCorrectionPolicy(
  db: Db | Tx,
  instansiIds: readonly string[],
  at: Date,
): Promise<ForbiddenCorrections> {
  const ids = [...new Set(instansiIds)];
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('correction_policy')
    .innerJoin('instansi', 'instansi.id', 'correction_policy.instansi_id')
    .select(['instansi_id', 'record_type', 'valid_from', 'allowed', 'instansi.time_zone'])
    .where('instansi_id', 'in', ids)
    .orderBy('valid_from')
    .execute();
  const found = new Map<string, Set<string>>();
  for (const row of rows) {
    if (row.valid_from > localDateIn(row.time_zone, at)) continue;
    const forbidden = found.get(row.instansi_id) ?? new Set();
    if (row.allowed) forbidden.delete(row.record_type);
    else forbidden.add(row.record_type);
    found.set(row.instansi_id, forbidden);
  }
  return found;
}

/** The record types of which an account that verifies may correct nothing today; undefined: it verifies nothing. */
export async function forbiddenFor(
  db: Db,
  { role, scope }: Pick<Account, 'role' | 'scope'>,
  at: Date,
): Promise<readonly string[] | undefined> {
  if (role !== deciderOf('verifikasi')) return undefined;
  const instansiId = scope.kind === 'instansi' ? scope.id : await instansiOfOpd(db, scope);
  if (instansiId === undefined) return undefined;
  const forbidden = await readCorrectionPolicy(db, [instansiId], at);
  return [...(forbidden.get(instansiId) ?? [])].toSorted();
}

async function instansiOfOpd(db: Db, scope: Scope): Promise<string | undefined> {
  if (scope.kind !== 'opd') return undefined;
  const row = db.selectFrom('opd').select('instansi_id').where('id', '=', scope.id);
  return (await row.executeTakeFirst())?.instansi_id;
}

/** The usul as it is told of under that policy. */
export function withCorrectionPolicy(usul: Usul, forbidden: ForbiddenCorrections): Usul {
  const isForbidden = forbidden.get(usul.instansiId)?.has(usul.recordType) === true;
  return isForbidden ? { ...usul, correctionForbidden: true } : usul;
}

/** What an instansi says of some record types from a day on. */
export interface CorrectionPolicy {
  readonly instansiId: string;
  readonly validFrom: LocalDate;
  readonly allowed: ReadonlyMap<RecordTypeId, boolean>;
}

/** Keeps what holds from a day on, in the place of what was said from the same day. */
export async function keepCorrectionPolicy(
  tx: Tx,
  { instansiId, validFrom, allowed }: CorrectionPolicy,
): Promise<void> {
  for (const [recordType, isAllowed] of allowed) {
    await tx
      .insertInto('correction_policy')
      .values({
        instansi_id: instansiId,
        record_type: recordType,
        valid_from: validFrom,
        allowed: isAllowed,
      })
      .onConflict((same) =>
        same
          .columns(['instansi_id', 'record_type', 'valid_from'])
          .doUpdateSet({ allowed: isAllowed }),
      )
      .execute();
  }
  await writeAudit(tx, {
    accountId: null,
    deviceId: null,
    action: 'kebijakan_koreksi',
    details: { instansi: instansiId, mulai: validFrom, ...Object.fromEntries(allowed) },
  });
}

/** All that an instansi has said, the newest first. */
export async function listCorrectionPolicy(db: Db, instansiId: string) {
  return db
    .selectFrom('correction_policy')
    .select(['record_type', 'valid_from', 'allowed'])
    .where('instansi_id', '=', instansiId)
    .orderBy('valid_from', 'desc')
    .orderBy('record_type')
    .execute();
}
