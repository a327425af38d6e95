import type { LockedUsul } from '#server/commands/usul-change.ts';
import type { Tx } from '#server/store/database.ts';
import { readSubstitutions } from '#server/usul/substitutions.ts';
import { localDateIn } from '#shared/kernel/time-zone.ts';
import type { Account } from '#shared/workflow/authority/account.ts';
import type { Person } from '#shared/workflow/authority/own-usul.ts';
import {
  nameInstead,
  substitutionFor,
  type OnBehalfOf,
} from '#shared/workflow/assignment/substitution.ts';

/** Who decides, in whose place, and under which name the history keeps it. */
export interface Acting {
  readonly account: Account & { readonly onBehalfOf?: Person };
  readonly name: string;
  /** Null: in nobody's place. */
  readonly onBehalfOf: OnBehalfOf | null;
}

/**
 * In whose place an account decides an usul, by the substitutions that stand now and were valid on the day on which it was
 * decided: one that was ended meanwhile gives nothing more, whatever time a decision states.
 */
export async function actingInstead(
  tx: Tx,
  account: Account,
  { place, assignedTo }: LockedUsul,
  decidedAt: Date,
): Promise<Acting> {
  const { displayName: name, appointmentId } = account;
  const inOwnName = { account, name, onBehalfOf: null };
  if (appointmentId === undefined) return inOwnName;
  const substitutions = await readSubstitutions(tx, appointmentId);
  if (substitutions.length === 0) return inOwnName;
  const { time_zone: zone } = await tx
    .selectFrom('instansi')
    .select('time_zone')
    .where('id', '=', place.instansiId)
    .executeTakeFirstOrThrow();
  const day = localDateIn(zone, decidedAt);
  const chosen = substitutionFor(substitutions, account, assignedTo, day);
  const found = substitutions.find(({ id }) => id === chosen?.id);
  if (!found) return inOwnName;
  const { holder, kind, letterNumber, letterDate } = found;
  return {
    account: { ...account, onBehalfOf: holder },
    name: nameInstead(name, found),
    onBehalfOf: {
      substitutionId: found.id,
      appointmentId: found.holderId,
      accountId: found.holderAccountId,
      name: holder.name,
      kind,
      letterNumber,
      letterDate,
    },
  };
}
