import { keepBulkPolicy } from '#server/bulk/bulk-policies.ts';
import { actOnUsul } from '#server/commands/usul-actions.ts';
import { inTransaction } from '#server/store/database.ts';
import { bulkAnswerSchema, type ToldBatch } from '#shared/contract/bulk.ts';
import type { CommandResult } from '#shared/contract/commands.ts';
import type { Usul } from '#shared/records/usul.ts';
import type { AppointedAccount } from '#shared/workflow/authority/account.ts';
import type { BulkFate } from '#shared/workflow/bulk/bulk-batch.ts';
import type { BulkRefusal } from '#shared/workflow/bulk/may-be-in-bulk.ts';
import type { Decision } from '#shared/workflow/decision.ts';
import { addAccount, addVerifikator, currentUsul, makeDecision } from '#tests/support/builders.ts';
import { confirmationOf, selectionOf } from '#tests/support/bulk-commands.ts';
import type { Office } from '#tests/support/office.ts';
import { signIn, type TestClient } from '#tests/support/server.ts';

/** An approver's PC, and what is asked of it again and again. */
export interface BulkPc {
  readonly client: TestClient;
  readonly account: AppointedAccount;
  send(command: object): Promise<CommandResult>;
  /** The newest batch; throws when there is none. */
  batch(): Promise<ToldBatch>;
  /** Looks at a sample (of no batch: at any usul) and decides it: every page seen, unless it says otherwise. */
  look(bulkId: string | null, usulId: string, change?: Partial<Decision>): Promise<CommandResult>;
  /** Looks at all of the sample that waits, and approves it. */
  lookAtAll(bulkId: string): Promise<void>;
  /** Selects these, and answers the batch as it begins. */
  begin(usuls: readonly Usul[]): Promise<ToldBatch>;
  /** Looks at all of the sample, confirms, and answers the batch as it ends. */
  finish(bulkId: string): Promise<ToldBatch>;
}

/** An approver of an instansi on a PC of his or her own. */
export async function addBulkPc(
  office: Office,
  username: string,
  instansi = 'kab-a',
  nip: string | null = null,
): Promise<BulkPc> {
  const { db } = office.server;
  const scope = { kind: 'instansi', id: instansi } as const;
  const account = await addAccount(db, username, 'approver', scope, nip);
  return bulkPcOf(office, account, await signIn(office.server, username));
}

/** The PC at which an approver is signed in. */
export function bulkPcOf(office: Office, account: AppointedAccount, client: TestClient): BulkPc {
  const { db } = office.server;
  const pc: BulkPc = {
    client,
    account,
    send: async (command) => (await office.send([command], client))[0]!,
    batch: async () => {
      const answer = await client.fetch('/api/v1/bulk');
      const { batch } = bulkAnswerSchema.parse(await answer.json());
      if (!batch) throw new Error('There is no batch.');
      return batch;
    },
    look: async (bulkId, usulId, change = {}) => {
      const usul = await currentUsul(db, usulId);
      const named = bulkId === null ? {} : { bulkId };
      const decision = makeDecision(usul, {
        verdicts: [],
        appVersion: '0.2.0',
        ...named,
        ...change,
      });
      return pc.send({ kind: 'putusan', ...decision });
    },
    lookAtAll: async (bulkId) => {
      for (const { usulId } of waitingSample(await pc.batch())) {
        insist(await pc.look(bulkId, usulId));
      }
    },
    begin: async (usuls) => {
      const selection = selectionOf(usuls);
      insist(await pc.send(selection));
      const batch = await pc.batch();
      if (batch.id !== selection.id) throw new Error('Another batch is the newest.');
      return batch;
    },
    finish: async (bulkId) => {
      await pc.lookAtAll(bulkId);
      insist(await pc.send(confirmationOf(bulkId)));
      return pc.batch();
    },
  };
  return pc;
}

function insist(result: CommandResult): void {
  if (result.kind !== 'diterima') throw new Error(result.error.message);
}

/** The drawn usul of a batch that nobody has decided. */
export function waitingSample({ items }: ToldBatch): ToldBatch['items'] {
  return items.filter(({ drawn, fate }) => drawn && fate === 'menunggu');
}

/** A small least number, so that a test needs few usul. */
export async function setLeast(office: Office, least: number): Promise<void> {
  const policy = { percent: 5, least, excludedTypes: [] };
  await inTransaction(office.server.db, (tx) => keepBulkPolicy(tx, 'kab-a', policy));
}

/** The verifikators of the two OPDs of `kab-a`. */
export async function addBulkVerifikators(
  office: Office,
): Promise<{ readonly a: AppointedAccount; readonly b: AppointedAccount }> {
  // The office brings that of `dinas-a`.
  return { a: office.client.account, b: await addVerifikator(office.server.db, 'dinas-b') };
}

/** The usul that were drawn. */
export function drawnIn({ items }: ToldBatch): string[] {
  return items.filter(({ drawn }) => drawn).map(({ usulId }) => usulId);
}

/** Those of these usul that were not drawn. */
export function undrawn(batch: ToldBatch, usuls: readonly Usul[]): readonly Usul[] {
  const drawn = drawnIn(batch);
  return usuls.filter(({ id }) => !drawn.includes(id));
}

/** What became of an usul of a batch, and why; undefined: it is not in it. */
export function fateOf(
  { items }: ToldBatch,
  { id }: Pick<Usul, 'id'>,
): readonly [BulkFate, BulkRefusal | null] | undefined {
  const item = items.find(({ usulId }) => usulId === id);
  return item && [item.fate, item.reason];
}

/** Its ASN withdraws an usul. */
export async function withdrawn(office: Office, usul: Usul): Promise<void> {
  const acted = await actOnUsul(office.server.db, {
    usulId: usul.id,
    actor: { role: 'asn', scope: { kind: 'employee', id: usul.employee.id }, name: 'ASN' },
    action: 'tarik',
    judged: usul,
    reasons: [],
    note: '',
    now: new Date(),
  });
  if (!acted.ok) throw new Error(`Not withdrawn: ${acted.error.kind}`);
}

/** Of these usul those that these approvers decided, as often as they did. */
export async function decidedBy(
  office: Office,
  usuls: readonly Usul[],
  approvers: readonly BulkPc[],
): Promise<readonly string[]> {
  const rows = await office.server.db
    .selectFrom('decision')
    .select('usul_id')
    .where(
      'usul_id',
      'in',
      usuls.map(({ id }) => id),
    )
    .where(
      'account_id',
      'in',
      approvers.map(({ account }) => account.id),
    )
    .execute();
  return rows.map((row) => row.usul_id);
}
