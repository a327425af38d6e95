import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { CommandHandler } from '#server/commands/command-handler.ts';
import { decisionHandler } from '#server/commands/decision-handler.ts';
import { deliverCommand } from '#server/commands/deliver-command.ts';
import { serveCommands, type ServedCommands } from '#server/commands/served-commands.ts';
import { readOutboxEntry, saveCommand } from '#renderer/data/outbox/outbox.ts';
import { writeSealedMeta } from '#renderer/data/rows/sealed-meta.ts';
import { push } from '#renderer/workers/sync/commands/push.ts';
import type { ServerApi } from '#renderer/workers/sync/http/server-api.ts';
import type { CommandResult } from '#shared/contract/commands.ts';
import { succeed } from '#shared/kernel/result.ts';
import type { Usul } from '#shared/records/usul.ts';
import {
  commandOfDecision,
  declareCommands,
  decisionKind,
  type CommandKind,
} from '#shared/workflow/commands.ts';
import type { Actor } from '#shared/workflow/workflow.ts';
import { addAccount, currentUsul, makeRefusal } from '#tests/support/builders.ts';
import { takeStep } from '#tests/support/take-step.ts';
import { makeTurns } from '#tests/support/desk/fake-desk.ts';
import { makeFakeServer } from '#tests/support/desk/fake-server.ts';
import { makeTestDatabase } from '#tests/support/desk/test-database.ts';
import { useOffice } from '#tests/support/office.ts';
import { signIn } from '#tests/support/server.ts';

const office = useOffice();
const newUsul = (): Promise<Usul> => office.newUsul();
const send = (...commands: readonly unknown[]) => office.send(commands);
const sendAsBefore = (...decisions: readonly unknown[]) => office.sendAsBefore(decisions);

describe('commands at one route', () => {
  test('a decision gets word for word the same answer on the route of older clients, and counts once', async () => {
    const [one, other] = [makeRefusal(await newUsul()), makeRefusal(await newUsul())];
    const [first] = await send(commandOfDecision(one));
    expect(first).toMatchObject({ kind: 'diterima', id: one.id });
    expect(await sendAsBefore(one)).toEqual([first]);
    const [second] = await sendAsBefore(other);
    expect(await send(commandOfDecision(other), commandOfDecision(one))).toEqual([second, first]);
    const rows = await office.server.db.selectFrom('decision').select('payload').execute();
    expect(rows.map(({ payload }) => payload)).toEqual([one, other]);
  });

  test('a kind that this server does not know is refused alone, with what to do, and so is one without', async () => {
    const decision = makeRefusal(await newUsul());
    const unknown = { kind: 'masa_depan', id: randomUUID() };
    const results = await send(unknown, decision, commandOfDecision(decision));
    expect(results).toMatchObject([
      {
        kind: 'ditolak',
        id: unknown.id,
        error: { kind: 'tidak_sah', message: expect.stringContaining('belum mengenal jenis') },
        current: null,
      },
      { kind: 'ditolak', id: decision.id, error: { kind: 'tidak_sah' } },
      { kind: 'diterima', id: decision.id },
    ]);
  });

  test('a decision that does not parse is refused as ever', async () => {
    const { note: _note, ...broken } = commandOfDecision(makeRefusal(await newUsul()));
    expect(await send(broken)).toMatchObject([
      { kind: 'ditolak', error: { kind: 'tidak_sah', message: 'Data yang dikirim tidak sah.' } },
    ]);
  });
});

describe('whoever has a queue', () => {
  test('decides what waits in it, and nothing of another stage', async () => {
    const [here, elsewhere] = [await newUsul(), await newUsul()];
    const verifikator: Actor = { role: 'verifikator', scope: { kind: 'opd', id: 'dinas-a' } };
    await takeStep(office.server.db, here.id, verifikator, 'teruskan');
    await addAccount(office.server.db, 'approver-kab-a', 'approver', {
      kind: 'instansi',
      id: 'kab-a',
    });
    const approver = await signIn(office.server, 'approver-kab-a');
    const atHand = makeRefusal(await currentUsul(office.server.db, here.id));
    const foreign = makeRefusal(elsewhere);
    const commands = [atHand, foreign].map(commandOfDecision);
    expect(await office.send(commands, approver)).toMatchObject([
      { kind: 'diterima', id: atHand.id },
      { kind: 'ditolak', id: foreign.id, error: { kind: 'tidak_berwenang' } },
    ]);
  });
});

/** A kind that only this test declares and handles: a message. */
const messageSchema = z.object({
  kind: z.literal('pesan'),
  id: z.uuidv7(),
  text: z.string().max(100),
  writtenAt: z.iso.datetime(),
});
type Message = z.infer<typeof messageSchema>;
const messageKind: CommandKind<Message> = {
  schema: messageSchema,
  auditName: 'pesan',
  subjectOf: () => null,
  madeAt: ({ writtenAt }) => writtenAt,
};
const kinds = declareCommands({ putusan: decisionKind, pesan: messageKind });

/** What the handler took in, and how often it was asked. */
const taken = new Map<string, { readonly text: string; times: number }>();
const messageHandler: CommandHandler<Message> = {
  take: async ({ now }, _sender, { id, text }) => {
    const before = taken.get(id);
    taken.set(id, { text, times: (before?.times ?? 0) + 1 });
    return { kind: 'diterima', id, receivedAt: now().toISOString(), chainSeq: 1, hash: 'h' };
  },
  isKnown: async (_db, id) => taken.has(id),
  findTaken: async () => [],
};
const served = serveCommands(kinds, { putusan: decisionHandler, pesan: messageHandler });

describe('a new kind', () => {
  test('goes from the outbox of a PC to its handler and back, among decisions, though answers are lost', async () => {
    const database = makeTestDatabase(undefined, kinds);
    await writeSealedMeta(database, 'tokens', {
      accessToken: 'a',
      refreshToken: 'r',
      accessExpiresAt: 1e15,
    });
    const at = new Date('2026-11-22T03:00:00.000Z');
    const id = '01900000-0000-7000-8000-000000020001';
    const command: Message = { kind: 'pesan', id, text: 'Halo.', writtenAt: at.toISOString() };
    const shown = { employeeName: '', nip: '', recordType: '', usulKind: '' };
    const entry = { command, ...shown, state: { kind: 'menunggu' } } as const;
    expect(await saveCommand(database, { entry, heldUntil: 0, shas: [], at })).toEqual(
      succeed(undefined),
    );
    let lost = true;
    const deliver: ServerApi['deliver'] = async (_token, batch) => {
      const results = await Promise.all(batch.map((one) => take(one, served)));
      if (!lost) return succeed(results);
      lost = false;
      return succeed([]);
    };
    const ports = {
      accountId: 'a',
      deviceId: 'd',
      api: { ...makeFakeServer([], new Map()).api, deliver },
      database,
      now: () => at.getTime(),
      random: () => 0,
      isOnline: () => true,
      exclusively: makeTurns(),
    };
    expect(await push(ports, 0)).toEqual(succeed({ sent: 0 }));
    expect((await readOutboxEntry(database, id))?.state.kind).toBe('mengirim');
    expect(await push(ports, 0)).toEqual(succeed({ sent: 1 }));
    expect((await readOutboxEntry(database, id))?.state.kind).toBe('terkirim');
    expect([...taken]).toEqual([[id, { text: 'Halo.', times: 2 }]]);
    database.close();
  });
});

function take(element: { readonly id: string }, by: ServedCommands): Promise<CommandResult> {
  const { account, deviceId } = office.client;
  const ports = {
    db: office.server.db,
    now: () => new Date(),
    onBug: (error: unknown) => expect.unreachable(String(error)),
  };
  const sender = { account, deviceId, sessionId: null, appVersion: null };
  return deliverCommand(ports, sender, { ...element }, by);
}
