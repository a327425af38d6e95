import { makeTestPc, type TestPc } from '#tests/support/desk/fake-desk.ts';
import { expect } from 'vitest';
import type { RunningDesk } from '#renderer/core/desk.ts';
import { makeFakeServer, type FakeServer } from '#tests/support/desk/fake-server.ts';
import { sampleDocument, sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { until } from '#tests/support/until.ts';

/** A PC and the server in memory that it talks to. */
export interface FakePc {
  readonly pc: TestPc;
  readonly server: FakeServer;
}

/** A server with the usul 1 to `count`, each with a document of its own. */
export function makeStockedServer(count: number): FakeServer {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const documents = numbers.map((n) => sampleDocument(`usul ${n}`));
  return makeFakeServer(
    numbers.map((n) => sampleUsul(n)),
    new Map(documents.map(({ sha256, bytes }) => [sha256, bytes])),
  );
}

/** A PC on which nobody has signed in yet, whose server has the usul 1 to `count`. */
export function setUpFakePc(count: number): FakePc {
  const server = makeStockedServer(count);
  return { server, pc: makeTestPc(() => server.api) };
}

/** Signs in at a window of a PC on which nobody sits. */
export async function signInAt(desk: RunningDesk): Promise<void> {
  await until(() => expect(desk.session.getState().session.kind).toBe('keluar'));
  expect(await desk.session.getState().signIn('verifikator', 'benar')).toEqual({ ok: true });
}

/** Signs in at a window on which somebody may sit already, in another one perhaps. */
export async function signInOver(desk: RunningDesk): Promise<void> {
  await until(() => expect(desk.session.getState().session.kind).not.toBe('memuat'));
  expect(await desk.session.getState().signIn('verifikator', 'benar')).toEqual({ ok: true });
}

/** Resolves when so many usul wait in the queue of a window. */
export async function showsWork(desk: RunningDesk, count = 2): Promise<void> {
  await until(() => expect(desk.inbox.getState().queue).toHaveLength(count));
}

/** Resolves when a window lists so many usul, decided or not. */
export async function listsUsul(desk: RunningDesk, count: number): Promise<void> {
  await until(() => expect(desk.inbox.getState().rows).toHaveLength(count));
}
