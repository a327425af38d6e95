import { expect } from 'vitest';
import type { RunningDesk } from '#renderer/core/desk.ts';
import { openAccountDatabase, type AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { makeAxiosApi } from '#renderer/workers/sync/http/axios-api.ts';
import { verifyChain } from '#server/commands/chain.ts';
import type { Usul } from '#shared/records/usul.ts';
import { addOrganisation, addUsul, testPassword } from '#tests/support/builders.ts';
import { makeTestPc } from '#tests/support/desk/fake-desk.ts';
import {
  decide,
  deliveredIds,
  hasState,
  hasUsul,
  openDesk,
  setNetwork,
  setUpPc,
  type RealPc,
} from '#tests/support/desk/real-pc.ts';
import { startUnrulyProxy } from '#tests/support/desk/unruly-proxy.ts';
import {
  startRestorableServer,
  type Backup,
  type RestorableServer,
  type Restored,
} from '#tests/support/restorable-server.ts';
import { until } from '#tests/support/until.ts';

/** An office whose server can be set back to a backup, and its PCs. */
export class RestoredOffice {
  readonly server: RestorableServer;
  readonly #pcs: RealPc[] = [];

  private constructor(server: RestorableServer) {
    this.server = server;
  }

  static async open(): Promise<RestoredOffice> {
    const server = await startRestorableServer();
    await addOrganisation(server.db);
    return new RestoredOffice(server);
  }

  async close(): Promise<void> {
    for (const { pc, network } of this.#pcs) {
      pc.close();
      await network.stop();
    }
    await this.server.stop();
  }

  /** So many usul that wait. */
  async addUsul(count: number): Promise<Usul[]> {
    const usul: Usul[] = [];
    while (usul.length < count) {
      usul.push(await addUsul(this.server.db, this.server.documents, 'dinas-a'));
    }
    return usul;
  }

  /** A PC with an account of its own. */
  async setUp(username: string): Promise<RealPc> {
    const pc = await setUpPc(this.server, username);
    this.#pcs.push(pc);
    return pc;
  }

  /** A desk with so many usul before it, and a backup from before anything is decided. */
  async sitDown(count: number) {
    const usul = await this.addUsul(count);
    const mine = await this.setUp('satu');
    const desk = await openDesk(mine);
    await hasUsul(desk, count);
    return { usul, mine, desk, backup: await this.backUp() };
  }

  /** Another PC of the same account. */
  async setUpOther(first: RealPc): Promise<RealPc> {
    const network = await startUnrulyProxy(this.server.url);
    const pc = makeTestPc((leaving, signer) =>
      makeAxiosApi({
        serverUrl: network.url,
        appVersion: '0.1.0',
        stallMs: 5_000,
        leaving,
        signer,
      }),
    );
    const other = { ...first, pc, network };
    this.#pcs.push(other);
    return other;
  }

  /** Saves the server while no PC reaches it; they do again afterwards. */
  async backUp(): Promise<Backup> {
    for (const one of this.#pcs) setNetwork(one, false);
    const backup = await this.server.backUp();
    for (const one of this.#pcs) setNetwork(one, true);
    return backup;
  }

  /** Sets the server back; no PC reaches it from then on. */
  async goBack(backup: Backup, what?: Restored): Promise<void> {
    for (const one of this.#pcs) setNetwork(one, false);
    await this.server.restore(backup, what);
  }
}

/** The decisions are on the server once each, the desk knows it, and the chain is whole. */
export async function expectDelivered(
  { server }: RestoredOffice,
  desk: RunningDesk,
  ids: readonly string[],
): Promise<void> {
  await until(async () => {
    const taken = await deliveredIds(server);
    expect(ids.filter((id) => taken.filter((one) => one === id).length !== 1)).toEqual([]);
  });
  for (const id of ids) await hasState(desk, id, 'terkirim');
  expect(await verifyChain(server.db, 'kab-a')).toBeUndefined();
}

/** The PC reaches the server again, and its person signs in, as it asks. */
export async function signInAgain(one: RealPc, desk: RunningDesk): Promise<void> {
  setNetwork(one, true);
  await until(() =>
    expect(desk.session.getState().session).toMatchObject({ kind: 'masuk', needsSignIn: true }),
  );
  const signedIn = await desk.session.getState().signIn(one.username, testPassword);
  expect(signedIn).toEqual({ ok: true });
}

/** Decides as a person does, and waits for the receipt; the decision's id. */
export async function decideAndDeliver(desk: RunningDesk, usul: Usul): Promise<string> {
  const id = await decide(desk, usul);
  await hasState(desk, id, 'terkirim');
  return id;
}

/** Looks into what a PC has of its account. */
export async function withDatabase<T>(
  { accountId, pc }: RealPc,
  work: (database: AccountDatabase) => Promise<T>,
): Promise<T> {
  const database = openAccountDatabase(accountId, pc.vault, pc.indexedDb);
  try {
    return await work(database);
  } finally {
    database.close();
  }
}
