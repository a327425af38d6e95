import {
  decide,
  deliveredIds,
  hasState,
  hasUsul,
  openDesk,
  type RealPc,
  setNetwork,
  setUpPc,
  startOffice,
  stopOffice,
} from '#tests/support/desk/real-pc.ts';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RunningDesk } from '#renderer/core/desk.ts';
import type { Usul } from '#shared/records/usul.ts';
import { addUsul } from '#tests/support/builders.ts';
import { jsonAnswer } from '#tests/support/desk/unruly-proxy.ts';
import type { TestServer } from '#tests/support/server.ts';
import { until } from '#tests/support/until.ts';

let server: TestServer;
let mine: RealPc;
let desk: RunningDesk;
let usul: Usul;

beforeEach(async () => {
  server = await startOffice();
  usul = await addUsul(server.db, server.documents, 'dinas-a');
  mine = await setUpPc(server, 'satu');
  desk = await openDesk(mine);
  await hasUsul(desk, 1);
});

afterEach(async () => {
  await stopOffice(server, [mine]);
});

/** Calls of a route are answered so from now on; the count of those calls. */
function answerWith(path: string, status: number, kind: string, headers = {}): () => number {
  let calls = 0;
  const error = { kind, message: `Jawaban ${status}.`, action: 'Lakukan ini.' };
  mine.network.instead = (call) => {
    if (!call.path.startsWith(path)) return null;
    calls += 1;
    return jsonAnswer(status, { error }, headers);
  };
  return () => calls;
}

function mend(): void {
  mine.network.instead = null;
}

async function showsTrouble(expected: object): Promise<void> {
  await until(() =>
    expect(desk.sync.getState().connection).toMatchObject({ kind: 'gangguan', ...expected }),
  );
}

describe('a decision', () => {
  test.each([400, 403, 404, 409, 410, 413, 415, 422])(
    'that the server answers with %i is refused for good, with the reason on screen',
    async (status) => {
      const calls = answerWith('/api/v1/commands', status, 'tidak_sah');
      const id = await decide(desk, usul);
      await hasState(desk, id, 'ditolak');
      expect(desk.outbox.getState()).toMatchObject({
        refused: 1,
        entries: [{ state: { error: { message: `Jawaban ${status}.`, action: 'Lakukan ini.' } } }],
      });
      desk.sync.getState().syncNow();
      await until(() => expect(desk.sync.getState().connection.kind).toBe('tersambung'));
      expect(calls()).toBe(1);
    },
  );

  test.each([
    [408, 'tidak_sah'],
    [425, 'tidak_sah'],
    [429, 'terlalu_sering'],
    [500, 'gangguan_server'],
    [502, 'gangguan_server'],
    [503, 'gangguan_server'],
  ])('that the server answers with %i goes again and arrives once', async (status, kind) => {
    const calls = answerWith('/api/v1/commands', status, kind);
    const id = await decide(desk, usul);
    await showsTrouble({ error: { message: `Jawaban ${status}.` } });
    desk.sync.getState().syncNow();
    await until(() => expect(calls()).toBeGreaterThan(1));
    await hasState(desk, id, 'mengirim');
    mend();
    desk.sync.getState().syncNow();
    await hasState(desk, id, 'terkirim');
    expect(await deliveredIds(server)).toEqual([id]);
  });
});

describe('a server that asks to be left alone', () => {
  test.each([
    ['429', 429, '300', 300],
    ['503', 503, '240', 240],
    ['503, longer than the longest wait', 503, '86400', 600],
    ['503, as a date (which needs a clock)', 503, 'Wed, 25 Nov 2037 00:00:00 GMT', 1],
  ])('%s is asked again no sooner', async (_, status, retryAfter, seconds) => {
    answerWith('/api/v1/changes', status, 'gangguan_server', { 'retry-after': retryAfter });
    desk.sync.getState().syncNow();
    await showsTrouble({ retryInSeconds: seconds });
    expect(desk.sync.getState().connection).toMatchObject({ error: { kind: 'gangguan_server' } });
  });

  test('is not asked before that for a decision, or because somebody is impatient', async () => {
    const calls = answerWith('/api/v1/', 503, 'gangguan_server', { 'retry-after': '3' });
    desk.sync.getState().syncNow();
    await showsTrouble({ retryInSeconds: 3 });
    const asked = calls();
    const id = await decide(desk, usul);
    for (let pressed = 0; pressed < 5; pressed += 1) {
      desk.sync.getState().syncNow();
      await delay(200);
    }
    expect(calls()).toBe(asked);
    mend();
    await hasState(desk, id, 'terkirim');
  });

  test('is asked at once when the network comes back', async () => {
    const headers = { 'retry-after': '600' };
    answerWith('/api/v1/changes', 503, 'gangguan_server', headers);
    desk.sync.getState().syncNow();
    await showsTrouble({ retryInSeconds: 600 });
    mend();
    setNetwork(mine, false);
    setNetwork(mine, true);
    await until(() => expect(desk.sync.getState().connection.kind).toBe('tersambung'));
  });
});

describe('a document', () => {
  test('that the server refuses with 400 holds back none of the others', async () => {
    const { sha256 } = usul.documents[0]!;
    mine.pc.close();
    const fresh = await setUpPc(server, 'dua');
    await addUsul(server.db, server.documents, 'dinas-a');
    const error = { kind: 'tidak_sah', message: 'Tidak sah.', action: '-' };
    fresh.network.instead = ({ path }) =>
      path.endsWith(sha256) ? jsonAnswer(400, { error }) : null;
    const other = await openDesk(fresh);
    await until(() => expect(other.sync.getState().progress.doneDocuments).toBe(1));
    fresh.pc.close();
    await fresh.network.stop();
  });
});
