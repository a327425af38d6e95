// First of all: Dexie looks for IndexedDB when it is loaded, and its live queries rest without one.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterAll, afterEach, beforeEach, vi } from 'vitest';
import { closePcs, countPcs } from '#tests/support/desk/fake-desk.ts';

/*
 * Tests share their process, as the windows of different PCs never do: a desk that is still open when a test ends would hear
 * of all that is written in the next ones, and look into its database anew each time. So its PC is closed with the test, and
 * it hears nothing any more; where the PCs belong to all tests of a file, with the file.
 */

const heard = Dexie.on('storagemutated');
/** Dexie's own, which pass on what is heard. */
const ownListeners = new Set(heard.subscribers);
let ofTheFile = false;

function end(): void {
  closePcs();
  for (const listener of heard.subscribers) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Dexie calls every one of them so
    if (!ownListeners.has(listener)) heard.unsubscribe(listener as () => void);
  }
  // What it has read stands under names of databases, which are the same on every PC of tests.
  for (const table of Object.keys(Dexie.cache)) delete Dexie.cache[table];
}

beforeEach(() => {
  ofTheFile ||= countPcs() > 0;
});
afterEach(() => {
  if (!ofTheFile) end();
});
afterAll(() => {
  vi.useRealTimers();
  end();
});
