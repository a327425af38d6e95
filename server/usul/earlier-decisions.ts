import { sql } from 'kysely';
import type { Db, Tx } from '#server/store/database.ts';
import { anyOf, findHistoryParts } from '#server/store/history-parts.ts';
import { declarationOf, type Role } from '#shared/workflow/authority/roles.ts';
import type { EarlierDecision } from '#shared/workflow/workflow.ts';

interface DecidedRow {
  readonly usul_id: string;
  readonly role: Role;
  readonly id: string;
  readonly nip: string | null;
  readonly username: string;
  readonly for_id: string | null;
  readonly for_nip: string | null;
  readonly for_username: string | null;
}

/**
 * Who decided these usul in the revision in which they are now, and at which stage: from the decisions that were taken in, each
 * by the appointment under which it was. Usul that nobody decided are missing.
 */
export async function readEarlierDecisions(
  db: Db | Tx,
  usulIds: readonly string[],
): Promise<ReadonlyMap<string, readonly EarlierDecision[]>> {
  if (usulIds.length === 0) return new Map();
  const { chains } = await findHistoryParts(db, usulIds);
  if (chains.length === 0) return new Map();
  const { rows } = await sql<DecidedRow>`
    SELECT decision.usul_id, appointment.role, account.id, account.nip, account.username,
      other.id AS for_id, other.nip AS for_nip, other.username AS for_username
    FROM decision_home AS home
    JOIN decision ON decision.instansi_id = home.instansi_id AND decision.id = home.id
      AND decision.instansi_id = ${anyOf(chains)}
    JOIN usul ON usul.id = home.usul_id
    JOIN account ON account.id = decision.account_id
    JOIN appointment ON appointment.id = coalesce(decision.appointment_id, decision.account_id)
    LEFT JOIN account AS other ON other.id = (decision.on_behalf_of ->> 'accountId')::uuid
    WHERE home.usul_id = ANY(${[...usulIds]}::uuid[])
      AND (decision.payload ->> 'revision')::integer = usul.revision
      -- Who answers a question decides nothing.
      AND decision.payload ->> 'outcome' <> 'jawab'
    ORDER BY decision.received_at, decision.chain_seq`.execute(db);
  const found = new Map<string, EarlierDecision[]>();
  for (const row of rows) {
    const { usul_id: usulId, role, id, nip, username } = row;
    const { decides: stage } = declarationOf(role);
    if (stage === null) continue;
    const decided = { stage, by: { id, nip, username }, ...insteadOf(row) };
    found.set(usulId, [...(found.get(usulId) ?? []), decided]);
  }
  return found;
}

function insteadOf(row: DecidedRow): Pick<EarlierDecision, 'onBehalfOf'> {
  const { for_id: id, for_nip: nip, for_username: username } = row;
  if (id === null || username === null) return {};
  return { onBehalfOf: { id, nip, username } };
}
