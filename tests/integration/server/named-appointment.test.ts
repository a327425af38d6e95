import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { apiErrorBodySchema } from '#shared/contract/api-error.ts';
import { changesPageSchema } from '#shared/contract/changes.ts';
import { sessionSchema } from '#shared/contract/session.ts';
import type { Usul } from '#shared/records/usul.ts';
import { appoint, makeRefusal } from '#tests/support/builders.ts';
import { useOffice } from '#tests/support/office.ts';
import { postJson, signInUnder, type TestClient } from '#tests/support/server.ts';
import { addPerson, endNow } from '#tests/support/several-appointments.ts';

const office = useOffice();

async function kindOf(answer: Response): Promise<string> {
  return `${answer.status} ${apiErrorBodySchema.parse(await answer.json()).error.kind}`;
}

const continued = async (
  { session, deviceId }: TestClient,
  appointmentId: string,
  refreshToken = session.refreshToken,
) => {
  const body = { refreshToken, deviceId, appointmentId };
  const answer = await postJson(office.server, '/api/v1/session/refresh', body);
  if (!answer.ok) return { refused: await kindOf(answer) };
  const { account, appointments, refreshToken: next } = sessionSchema.parse(await answer.json());
  return { under: account.appointmentId, valid: appointments?.length, next };
};
const pull = async (by: TestClient, appointmentId: string, cursor?: string) => {
  const query = new URLSearchParams({ appointmentId, ...(cursor !== undefined && { cursor }) });
  const answer = await by.fetch(`/api/v1/changes?${query.toString()}`);
  if (!answer.ok) return kindOf(answer);
  return changesPageSchema.parse(await answer.json());
};

describe('a PC that says what it works under', () => {
  test('goes on under that, else under another of its own that is valid; under nobody else’s, and once with each token', async () => {
    const { db } = office.server;
    const { monitor, verifikator, approver } = await addPerson(db);
    const stranger = await addPerson(db);
    const client = await signInUnder(office.server, verifikator);
    const first = await continued(client, approver.appointmentId);
    expect(first).toMatchObject({ under: approver.appointmentId, valid: 3 });
    expect(await continued(client, verifikator.appointmentId, first.next)).toMatchObject({
      under: verifikator.appointmentId,
    });
    // The one before the last: somebody holds it twice.
    expect(await continued(client, approver.appointmentId)).toEqual({ refused: '401 belum_masuk' });

    const again = await signInUnder(office.server, verifikator);
    const foreign = await continued(again, stranger.approver.appointmentId);
    expect(foreign.under).toBe(verifikator.appointmentId);
    await endNow(db, verifikator);
    expect(await kindOf(await again.fetch('/api/v1/changes'))).toBe('403 penunjukan_berakhir');
    const gone = await continued(again, verifikator.appointmentId, foreign.next);
    expect(gone).toMatchObject({ under: approver.appointmentId, valid: 2 });
    expect((await again.fetch('/api/v1/changes')).status).toBe(200);
    for (const one of [monitor, approver]) await endNow(db, one);
    expect(await continued(again, approver.appointmentId, gone.next)).toEqual({
      refused: '403 penunjukan_berakhir',
    });
  });

  test('is told of the queue of the appointment that it names: its own and valid, whatever the session is under', async () => {
    const { db } = office.server;
    const { verifikator, approver, monitor } = await addPerson(db);
    const stranger = await addPerson(db);
    const elsewhere = await appoint(db, monitor, 'verifikator', { kind: 'opd', id: 'dinas-b' });
    const client = await signInUnder(office.server, approver);
    const usul = await office.newUsul();
    const theirs = await office.newUsul({}, 'dinas-b');
    const page = await pull(client, verifikator.appointmentId.toUpperCase());
    if (typeof page === 'string') throw new Error(page);
    const ids = page.changes.map((one) => (one.kind === 'usul' ? one.usul.id : one.usulId));
    expect(ids).toContain(usul.id);
    expect(ids).not.toContain(theirs.id);
    // A cursor of one queue is none of another.
    expect(await pull(client, approver.appointmentId, page.cursor)).toBe('410 perlu_sinkron_ulang');
    expect(await pull(client, stranger.verifikator.appointmentId)).toBe('403 tidak_berwenang');
    expect(await pull(client, randomUUID())).toBe('403 tidak_berwenang');
    expect(await pull(client, monitor.appointmentId)).toBe('403 tidak_berwenang');
    expect(await pull(client, 'x'.repeat(4_000))).toBe('400 tidak_sah');
    await endNow(db, verifikator);
    expect(await pull(client, verifikator.appointmentId)).toBe('403 penunjukan_berakhir');
    // Documents follow every appointment that is valid, and no other.
    const fetched = async ({ documents }: Usul) =>
      (await client.fetch(`/api/v1/documents/${documents[0]!.sha256}`)).status;
    expect([await fetched(theirs), await fetched(usul)]).toEqual([200, 404]);
    await endNow(db, elsewhere);
    expect(await fetched(theirs)).toBe(404);
  });

  test('delivers what was done under another appointment also while it is under one without a queue', async () => {
    const { db } = office.server;
    const { monitor, verifikator } = await addPerson(db);
    const stranger = await addPerson(db);
    const client = await signInUnder(office.server, monitor);
    const usul = await office.newUsul();
    const outcomes = [
      [undefined, 'tidak_berwenang'],
      [stranger.verifikator.appointmentId, 'tidak_berwenang'],
      [verifikator.appointmentId, 'diterima'],
    ] as const;
    for (const [appointmentId, outcome] of outcomes) {
      const decision = makeRefusal(usul, appointmentId === undefined ? {} : { appointmentId });
      const result = await office.decide(decision, client);
      expect(result.kind === 'ditolak' ? result.error.kind : result.kind).toBe(outcome);
    }
  });
});
