import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Db } from '#server/store/database.ts';
import type { Act } from '#tests/faults/plan/make-plan.ts';
import type { Answer, Call } from '#tests/faults/network/forward.ts';

/** What is spoiled on purpose, to prove that the harness sees it. */
export const sabotages = ['lost', 'duplicate', 'journal', 'backup'] as const;
/** What is spoiled on purpose, to prove that the harness sees it. */
export type Sabotage = (typeof sabotages)[number];

/** Decisions that cannot be sent, then everything goes that the PC kept, the journal too: nothing can bring them back. */
export function eraseEverything(seed: number): readonly Act[] {
  const decide = (n: number): Act => ({
    kind: 'decide',
    order: { pick: 0.5, outcome: 'tolak', note: `seed ${seed} last ${n}` },
  });
  const down: Act = { kind: 'weather', weather: { kind: 'down' } };
  return [down, decide(1), decide(2), { kind: 'erase storage', journalToo: true }];
}

/** Decisions that arrive, then the server goes back to before them. */
export function goBackBehind(seed: number): readonly Act[] {
  const decide = (n: number): Act => ({
    kind: 'decide',
    order: { pick: 0.5, outcome: 'tolak', note: `seed ${seed} last ${n}` },
  });
  const calm: Act = { kind: 'weather', weather: { kind: 'calm' } };
  const arrive: readonly Act[] = [
    { kind: 'pause', ms: 300 },
    { kind: 'sync now' },
    { kind: 'pause', ms: 2_000 },
  ];
  return [
    calm,
    { kind: 'back up' },
    ...arrive,
    decide(1),
    decide(2),
    ...arrive,
    { kind: 'restore', what: 'database' },
  ];
}

const questionSchema = z.object({ ids: z.array(z.string()) });

/** A network that says, in the place of a server that went back in time, that it still has whatever it is asked for. */
export function knowEverything({ method, path, body }: Call): Answer | null {
  if (method !== 'POST' || path !== '/api/v1/receipts') return null;
  const { ids } = questionSchema.parse(JSON.parse(body.toString('utf8')));
  const receivedAt = new Date().toISOString();
  const receipts = ids.map((id, index) => ({
    kind: 'diterima',
    id,
    receivedAt,
    chainSeq: index + 1,
    hash: '0'.repeat(64),
  }));
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify({ receipts })),
  };
}

const deliverySchema = z.object({ commands: z.array(z.object({ id: z.string() })) });

/** A network that takes one delivery for itself and thanks for it in the server's name. */
export function makeSwallower(): (call: Call) => Answer | null {
  let swallowed = false;
  return ({ body }) => {
    if (swallowed) return null;
    swallowed = true;
    const { commands } = deliverySchema.parse(JSON.parse(body.toString('utf8')));
    const receivedAt = new Date().toISOString();
    const results = commands.map(({ id }, index) => ({
      kind: 'diterima',
      id,
      receivedAt,
      chainSeq: index + 1,
      hash: '0'.repeat(64),
    }));
    const text = JSON.stringify({ results });
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: Buffer.from(text),
    };
  };
}

/** Takes a decision of an office in a second time, under another id. */
export async function duplicateDecision(db: Db, usulIds: readonly string[]): Promise<void> {
  const row = await db
    .selectFrom('decision')
    .selectAll()
    .where('usul_id', 'in', [...usulIds])
    .limit(1)
    .executeTakeFirstOrThrow();
  const payload = JSON.stringify(row.payload);
  // Far behind the chain's head: the chain is not what is spoiled here.
  const copy = { ...row, id: randomUUID(), chain_seq: row.chain_seq + 1_000_000, payload };
  const on_behalf_of = row.on_behalf_of && JSON.stringify(row.on_behalf_of);
  const { id, instansi_id, usul_id } = copy;
  await db.insertInto('decision_home').values({ id, instansi_id, usul_id }).execute();
  await db
    .insertInto('decision')
    .values({ ...copy, on_behalf_of })
    .execute();
}
