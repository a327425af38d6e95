import { EventEmitter, once } from 'node:events';
import { expect, it } from 'vitest';
import { keepRunning, type Connection } from '#server/postgres/keep-running.ts';

/** A cluster that can be ended, and may fail to come back. */
function makeCluster() {
  const state = { connection: undefined as FakeConnection | undefined, starts: 0, broken: false };
  return {
    state,
    end: () => {
      state.broken = true;
      state.connection?.emit('end');
    },
    connect: async () => {
      if (state.broken) throw new Error('Nobody answers.');
      state.connection = new FakeConnection();
      return state.connection;
    },
    startAgain: async () => {
      state.starts += 1;
      if (state.starts >= 3) state.broken = false;
    },
  };
}

class FakeConnection extends EventEmitter implements Connection {
  end(): Promise<void> {
    this.emit('end');
    return Promise.resolve();
  }
}

const quick = { tries: 5, betweenTriesMs: 1 };

it('starts a cluster again that ended by itself, as often as it takes', async () => {
  const cluster = makeCluster();
  const kept = await keepRunning(cluster, quick);
  const first = cluster.state.connection;
  cluster.end();
  await expect.poll(() => cluster.state.connection !== first).toBe(true);
  expect(cluster.state.starts).toBe(3);
  await kept.end();
});

it('says in a sentence that it cannot be started any more', async () => {
  const cluster = makeCluster();
  const kept = await keepRunning(cluster, { ...quick, tries: 2 });
  cluster.end();
  expect((await kept.gone).message).toMatch(/^PostgreSQL bawaan berhenti .*\.$/);
  await kept.end();
});

it('lets it be once it is to end', async () => {
  const cluster = makeCluster();
  const kept = await keepRunning(cluster, quick);
  const ended = once(cluster.state.connection!, 'end');
  await kept.end();
  await ended;
  expect(cluster.state.starts).toBe(0);
});
