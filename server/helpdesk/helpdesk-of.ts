import type { Db, Tx } from '#server/store/database.ts';
import type { Account, Scope } from '#shared/workflow/authority/account.ts';
import { helpdeskKeyOf } from '#shared/workflow/helpdesk/ticket.ts';

/** The helpdesk of somebody; `instansiId` null: of BKN. */
export interface Helpdesk {
  readonly key: string;
  readonly instansiId: string | null;
}

/** The helpdesk to which an account reports, under the appointment in use, or at which it works; null: there is none. */
export async function helpdeskOf(
  db: Db | Tx,
  { scope }: Pick<Account, 'scope'>,
): Promise<Helpdesk | null> {
  const instansiId = await instansiOf(db, scope);
  const key = helpdeskKeyOf(scope, instansiId);
  return key === null ? null : { key, instansiId };
}

async function instansiOf(db: Db | Tx, scope: Scope): Promise<string | null> {
  switch (scope.kind) {
    case 'instansi':
      return scope.id;
    case 'opd': {
      const opd = db.selectFrom('opd').select('instansi_id').where('id', '=', scope.id);
      return (await opd.executeTakeFirst())?.instansi_id ?? null;
    }
    case 'employee': {
      const row = await db
        .selectFrom('employee')
        .innerJoin('opd', 'opd.id', 'employee.opd_id')
        .select('opd.instansi_id')
        .where('employee.id', '=', scope.id)
        .executeTakeFirst();
      return row?.instansi_id ?? null;
    }
    case 'kanreg':
    case 'bkn_pusat':
      return null;
  }
}
