import type { LockedUsul } from '#server/commands/usul-change.ts';
import type { Tx } from '#server/store/database.ts';
import { readSubstitutions, type LetteredSubstitution } from '#server/usul/substitutions.ts';
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
  usul: LockedUsul,
  decidedAt: Date,
): Promise<Acting> {
  const acting = await actingIn(tx, account, usul.place.instansiId);
  return acting(usul, decidedAt);
}

/** The same for many usul of one instansi. */
export async function actingIn(
  tx: Tx,
  account: Account,
  instansiId: string,
): Promise<(usul: Pick<LockedUsul, 'assignedTo'>, decidedAt: Date) => Acting> {
  const { displayName: name, appointmentId } = account;
  const inOwnName = { account, name, onBehalfOf: null };
  const substitutions =
    appointmentId === undefined ? [] : await readSubstitutions(tx, appointmentId);
  if (substitutions.length === 0) return () => inOwnName;
  const { time_zone: zone } = await tx
    .selectFrom('instansi')
    .select('time_zone')
    .where('id', '=', instansiId)
    .executeTakeFirstOrThrow();
  return ({ assignedTo }, decidedAt) => {
    const day = localDateIn(zone, decidedAt);
    const chosen = substitutionFor(substitutions, account, assignedTo, day);
    const found = substitutions.find(({ id }) => id === chosen?.id);
    return found ? actingBy(found, account) : inOwnName;
  };
}

function actingBy(found: LetteredSubstitution, account: Account): Acting {
  const { holder, kind, letterNumber, letterDate } = found;
  return {
    account: { ...account, onBehalfOf: holder },
    name: nameInstead(account.displayName, found),
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
