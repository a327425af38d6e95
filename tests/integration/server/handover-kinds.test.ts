import { v7 as makeUuidV7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { revokeDevice } from '#server/session/rule-devices.ts';
import { heldDecisionsSchema } from '#shared/contract/admin/handovers.ts';
import { handoverReceiptSchema } from '#shared/contract/handover.ts';
import type { Usul } from '#shared/records/usul.ts';
import type { AppointedAccount } from '#shared/workflow/authority/account.ts';
import { commandKinds, type Command } from '#shared/workflow/commands.ts';
import { addAccount, addVerifikator, makeRefusal } from '#tests/support/builders.ts';
import { selectionOf } from '#tests/support/bulk-commands.ts';
import { bulkPcOf, setLeast } from '#tests/support/bulk-office.ts';
import { handoverOfCommands } from '#tests/support/handover.ts';
import { useOffice } from '#tests/support/office.ts';
import { runServerCommand } from '#tests/support/server-cli.ts';
import { postJson, signIn, type TestClient } from '#tests/support/server.ts';
import { instansiA } from '#tests/support/several-appointments.ts';
import { addVerified } from '#tests/support/verified-usul.ts';

const office = useOffice();
let verifikator: AppointedAccount;
let admin: TestClient;

beforeAll(async () => {
  const { db } = office.server;
  verifikator = await addVerifikator(db, 'dinas-b');
  await setLeast(office, 1);
  await addAccount(db, 'admin-a', 'admin', instansiA);
  await addAccount(db, 'helpdesk-a', 'helpdesk', instansiA);
  admin = await signIn(office.server, 'admin-a');
});

const made = (client: TestClient) => ({
  id: makeUuidV7(),
  deviceId: client.deviceId,
  appVersion: '0.2.0',
  madeAt: '2026-11-22T01:00:00.000Z',
});

/** The thread of a question that the verifikator of `dinas-a` asked. */
async function asked(): Promise<{ readonly usul: Usul; readonly threadId: string }> {
  const usul = await office.newUsul();
  const question = makeRefusal(usul, { outcome: 'koordinasi', reasons: [], note: 'Asli?' });
  expect(await office.decide(question)).toMatchObject({ kind: 'diterima' });
  const thread = await office.server.db
    .selectFrom('thread')
    .select('id')
    .where('usul_id', '=', usul.id)
    .executeTakeFirstOrThrow();
  return { usul, threadId: thread.id };
}

/** What an approver does without network that is no decision, one of each kind; and an approver who does it. */
async function doneBy(name: string) {
  const account = await addAccount(office.server.db, name, 'approver', instansiA);
  const client = await signIn(office.server, name);
  const { usul, threadId } = await asked();
  const about = { threadId, usulId: usul.id };
  const usuls = await addVerified(office.server, { verifikator, opdId: 'dinas-b', count: 3 });
  const commands: readonly Command[] = [
    { kind: 'pesan', ...made(client), ...about, text: 'SK yang mana?' },
    { kind: 'utas', ...made(client), ...about, act: 'tangani', upTo: 1 },
    { kind: 'tiket', ...made(client), ticketKind: 'akun', text: 'Tidak dapat masuk.' },
    { ...selectionOf(usuls) },
    { kind: 'batalkanMassal', ...made(client), bulkId: makeUuidV7() },
  ].map((command) => commandKinds.schema.parse(command));
  return { account, client, commands, threadId };
}

const messagesIn = async (threadId: string) =>
  (
    await office.server.db
      .selectFrom('thread_message')
      .select('text')
      .where('thread_id', '=', threadId)
      .orderBy('seq')
      .execute()
  ).map(({ text }) => text);

test('whatever is done without network comes in a file as well, once, each with its answer', async () => {
  const { account, client, commands, threadId } = await doneBy('berkas');
  const file = JSON.stringify(await handoverOfCommands(client, commands));
  const bring = async () => {
    const answer = await client.fetch('/api/v1/handover', { method: 'POST', body: file });
    return handoverReceiptSchema.parse(await answer.json());
  };
  const first = await bring();
  expect(first).toMatchObject({ accepted: 4, refused: 1 });
  expect(first.results?.at(-1)).toMatchObject({ kind: 'ditolak', id: commands.at(-1)?.id });
  const again = await bring();
  expect(again.results?.slice(0, 4)).toEqual(first.results?.slice(0, 4));
  expect(await messagesIn(threadId)).toEqual(['Asli?', 'SK yang mana?']);
  const ticketId = commands[2]!.id;
  expect(await messagesIn(ticketId)).toEqual(['Tidak dapat masuk.']);
  const batch = await bulkPcOf(office, account, client).batch();
  expect(batch).toMatchObject({ id: commands[3]!.id, state: 'terbuka' });
  expect(batch.items.filter(({ drawn }) => drawn)).toHaveLength(1);
});

test('of a PC that was revoked it waits, can be looked at, and is taken in once it is released', async () => {
  const { client, commands, threadId } = await doneBy('dicabut');
  await revokeDevice(office.server.db, client.deviceId, new Date());
  const file = await handoverOfCommands(client, commands, new Date());
  const answer = await postJson(office.server, '/api/v1/handover/revoked', file);
  expect(handoverReceiptSchema.parse(await answer.json())).toMatchObject({
    accepted: 0,
    waiting: commands.length,
  });
  const held = heldDecisionsSchema.parse(
    await (await admin.fetch('/api/v1/admin/handovers')).json(),
  );
  const listed = held.rows.map((row) => row.id);
  for (const { id } of commands) {
    expect(listed).toContain(id);
    expect(await runServerCommand(office.server, ['handover', 'show', id])).toMatchObject({
      code: 0,
    });
  }
  expect(await messagesIn(threadId)).toEqual(['Asli?']);
  const [message, , ticket, selection, cancel] = commands;
  const ruled = async ({ id }: Command) => {
    const body = JSON.stringify({ id, ruling: 'lepas' });
    const done = await admin.fetch('/api/v1/admin/handovers/ruling', { method: 'POST', body });
    return done.json();
  };
  for (const one of [message!, ticket!, selection!]) {
    expect(await ruled(one)).toMatchObject({ result: 'diterima' });
  }
  expect(await ruled(cancel!)).toMatchObject({ result: 'ditolak_server' });
  expect(await messagesIn(threadId)).toEqual(['Asli?', 'SK yang mana?']);
  expect(await messagesIn(ticket!.id)).toEqual(['Tidak dapat masuk.']);
  const batch = await office.server.db
    .selectFrom('bulk_batch')
    .select('state')
    .where('id', '=', selection!.id)
    .executeTakeFirst();
  expect(batch).toEqual({ state: 'terbuka' });
});
