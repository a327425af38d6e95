import { v7 as makeUuidV7 } from 'uuid';
import { appendMessage } from '#server/threads/append-message.ts';
import { changesPageSchema } from '#shared/contract/changes.ts';
import type { UsulThread } from '#shared/records/usul-thread.ts';
import type { Usul } from '#shared/records/usul.ts';
import type { Decision } from '#shared/workflow/decision.ts';
import { addAccount, currentUsul, makeDecision, makeRefusal } from '#tests/support/builders.ts';
import type { Office } from '#tests/support/office.ts';
import { signIn, type TestClient } from '#tests/support/server.ts';

/** An usul that waits for the answer to a question of its verifikator, and the thread of that. */
export interface Asked {
  readonly usul: Usul;
  readonly threadId: string;
}

/** Those around a question of `dinas-a`: who may answer it, who shares it, who follows the usul, and who has no part in it. */
export interface Around {
  readonly approver: TestClient;
  readonly second: TestClient;
  readonly colleague: TestClient;
  readonly validator: TestClient;
  /** Of another instansi, another OPD, and BKN central. */
  readonly strangers: readonly [TestClient, TestClient, TestClient];
}

/** Adds them and signs them in. */
export async function sitAround({ server }: Office): Promise<Around> {
  const people = [
    ['approver-a', 'approver', { kind: 'instansi', id: 'kab-a' }],
    ['approver-b', 'approver', { kind: 'instansi', id: 'kab-a' }],
    ['approver-z', 'approver', { kind: 'instansi', id: 'kem-z' }],
    ['kawan-dinas-a', 'verifikator', { kind: 'opd', id: 'dinas-a' }],
    ['lain-dinas-b', 'verifikator', { kind: 'opd', id: 'dinas-b' }],
    ['validator-1', 'validator', { kind: 'kanreg', id: 'kr-1' }],
    ['validator-pusat', 'validator', { kind: 'bkn_pusat' }],
  ] as const;
  for (const [name, role, scope] of people) await addAccount(server.db, name, role, scope);
  const enter = (name: string) => signIn(server, name);
  return {
    approver: await enter('approver-a'),
    second: await enter('approver-b'),
    colleague: await enter('kawan-dinas-a'),
    validator: await enter('validator-1'),
    strangers: [
      await enter('approver-z'),
      await enter('lain-dinas-b'),
      await enter('validator-pusat'),
    ],
  };
}

/** An usul as the feed of that PC tells it; undefined where it does not lie in its queue. */
export async function pulled(id: string, by: TestClient): Promise<Usul | undefined> {
  const page = await (await by.fetch('/api/v1/changes?limit=500')).json();
  return changesPageSchema
    .parse(page)
    .changes.flatMap((change) => (change.kind === 'usul' ? change.usul : []))
    .find((usul) => usul.id === id);
}

/** The first thread of an usul as that PC is told of it. */
export async function threadOf(id: string, by: TestClient): Promise<UsulThread | undefined> {
  return (await pulled(id, by))?.threads?.[0];
}

/** The verifikator asks about a new usul. */
export async function askAbout(office: Office, note = 'Apakah benar?'): Promise<Asked> {
  const usul = await office.newUsul();
  await office.decide(makeRefusal(usul, { outcome: 'koordinasi', reasons: [], note }));
  const thread = await threadOf(usul.id, office.client);
  return { usul: await currentUsul(office.server.db, usul.id), threadId: thread?.id ?? '' };
}

const about = ({ usul, threadId }: Asked) => ({
  id: makeUuidV7(),
  usulId: usul.id,
  threadId,
  deviceId: makeUuidV7(),
  appVersion: '0.3.0',
  madeAt: new Date().toISOString(),
});

/** A message as its application sends it. */
export const message = (it: Asked, text: string) => ({ kind: 'pesan', ...about(it), text });

/** What else is done to a thread, as its application sends it. */
export const act = (it: Asked, what: string, upTo = 0) => ({
  kind: 'utas',
  ...about(it),
  act: what,
  upTo,
});

/** An answer as its application sends it. */
export function answer(usul: Usul, note = 'Ya, benar.'): object {
  const decision: Decision = makeDecision(usul, { verdicts: [], evidence: [], note });
  return { ...decision, kind: 'jawaban', outcome: 'jawab' };
}

/** So many messages, past the commands that bring them one by one. */
export async function fillThread(
  { server }: Office,
  threadId: string,
  count: number,
): Promise<void> {
  const author = { authorName: 'Contoh', authorRole: 'verifikator', receivedAt: new Date() };
  const nobodys = { accountId: null, appointmentId: null, madeAt: null };
  const unknown = { ...nobodys, deviceId: null, sessionId: null, appVersion: null };
  await server.db.transaction().execute(async (tx) => {
    for (let at = 0; at < count; at += 1) {
      const thread = await tx
        .selectFrom('thread')
        .selectAll()
        .where('id', '=', threadId)
        .executeTakeFirstOrThrow();
      const origin = { ...unknown, id: makeUuidV7() };
      await appendMessage(tx, thread, { ...author, origin, kind: 'pesan', text: `Pesan ${at}` });
    }
  });
}

/** The server took it in. */
export const accepted = { kind: 'diterima' } as const;
/** The server did not, for this reason. */
export const refused = (kind: string) => ({ kind: 'ditolak', error: { kind } });
