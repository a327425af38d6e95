import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RunningDesk } from '#renderer/core/desk.ts';
import type { ServerApi } from '#renderer/workers/sync/http/server-api.ts';
import { makeApiError } from '#shared/contract/error-messages.ts';
import { fail } from '#shared/kernel/result.ts';
import { makeTestPc, type TestPc } from '#tests/support/desk/fake-desk.ts';
import { signInAt } from '#tests/support/desk/fake-pc.ts';
import { makeFakeServer } from '#tests/support/desk/fake-server.ts';
import { sampleDocument, sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { makeGate } from '#tests/support/gate.ts';
import { until } from '#tests/support/until.ts';

// More than the first, small page holds.
const all = Array.from({ length: 30 }, (_, at) => sampleUsul(at + 1));
const documents = new Map(
  all.map((_, at) => {
    const { sha256, bytes } = sampleDocument(`usul ${at + 1}`);
    return [sha256, bytes];
  }),
);

let gate: ReturnType<typeof makeGate>;
let fetched: string[];
let asked: string[];
let refused: boolean;
let pc: TestPc;
let desk: RunningDesk;

/** The line takes long from the second page on; what is fetched of documents is noted. */
function slowed(api: ServerApi): ServerApi {
  // Of this PC alone: one that was closed may still end what it began.
  const [mine, pages, opened] = [fetched, asked, gate.opened];
  return {
    ...api,
    changes: async (token, query) => {
      if (refused) {
        return fail({ kind: 'server', status: 403, error: makeApiError('tidak_berwenang') });
      }
      pages.push('changes');
      if (pages.length > 1) await opened;
      return api.changes(token, query);
    },
    document: (token, request, onBytes) => {
      mine.push(request.sha256);
      return api.document(token, request, onBytes);
    },
  };
}

beforeEach(() => {
  gate = makeGate();
  fetched = [];
  asked = [];
  refused = false;
  pc = makeTestPc(() => slowed(makeFakeServer(all, documents).api));
  desk = pc.openDesk();
});

afterEach(() => {
  gate.open();
  pc.close();
});

describe('the first pull of an account', () => {
  beforeEach(async () => {
    await signInAt(desk);
  });

  test('is contact from its first answer on, not from its end', async () => {
    await until(() => expect(desk.inbox.getState().rows).toHaveLength(25));
    expect(desk.inbox.getState().loading).toEqual({ here: 25, of: 30 });
    // The list and the line tell of the same answer, each in its own way and time.
    await until(() => expect(desk.sync.getState().connection).toEqual({ kind: 'tersambung' }));
    expect(desk.sync.getState().lastContact).not.toBeNull();
    expect(asked.length).toBeLessThanOrEqual(2);
    gate.open();
    await until(() => expect(desk.inbox.getState().loading).toBeNull());
    expect(desk.inbox.getState().rows).toHaveLength(30);
  });

  test('has the line to itself: documents come when the list is whole', async () => {
    await until(() => expect(desk.inbox.getState().rows).toHaveLength(25));
    await until(() => expect(asked).toHaveLength(2));
    expect(fetched).toEqual([]);
    gate.open();
    await until(() => expect(new Set(fetched).size).toBe(30));
  });

  test('shares it with the document that a person waits for, and no other', async () => {
    await until(() => expect(desk.inbox.getState().rows).toHaveLength(25));
    // Nobody waits for what comes over a line that is not known to stand.
    await until(() => expect(desk.sync.getState().connection).toEqual({ kind: 'tersambung' }));
    const { sha256 } = all[7]!.documents[0]!;
    const loaded = await desk.loadDocument(sha256);
    expect(loaded).toMatchObject({ ok: true });
    expect(new Set(fetched)).toEqual(new Set([sha256]));
  });
});

test('a server that answers, and refuses the list, is no missing network', async () => {
  refused = true;
  expect(await desk.session.getState().signIn('verifikator', 'benar')).toEqual({ ok: true });
  await until(() =>
    expect(desk.sync.getState().connection).toMatchObject({
      kind: 'gangguan',
      error: { kind: 'tidak_berwenang' },
    }),
  );
  expect(desk.sync.getState().lastContact).not.toBeNull();
});
