// First of all: Dexie looks for IndexedDB when it is loaded.
import 'fake-indexeddb/auto';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, expect, test } from 'vitest';
import { NoDeskScreen } from '#renderer/desk/no-desk-screen.tsx';
import { makeTestPc } from '#tests/support/desk/fake-desk.ts';
import { makeFakeServer } from '#tests/support/desk/fake-server.ts';
import { people } from '#tests/support/desk/session-window.ts';

const pc = makeTestPc(() => makeFakeServer([], new Map()).api);
const desk = pc.openDesk();
afterAll(() => pc.close());

test('who sits here from before, and has no desk, is told which there are and gets out', () => {
  const session = { kind: 'masuk', ...people.pemantau, needsSignIn: false } as const;
  const html = renderToStaticMarkup(<NoDeskScreen session={session} desk={desk} />);
  expect(html).toContain('Peran akun ini (Pemantau) belum mempunyai meja di aplikasi ini.');
  expect(html).toContain('<li>Verifikator OPD</li>');
  expect(html).toMatch(/<button[^>]*>Keluar<\/button>/);
  expect(html).not.toMatch(/luring/i);
});
