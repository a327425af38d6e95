import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { ServerApi } from '#renderer/workers/sync/http/server-api.ts';
import { makeRandom, makeUuid, type Random } from '#build/demo/random.ts';
import type { Account } from '#shared/workflow/authority/account.ts';
import type { Usul } from '#shared/records/usul.ts';
import { sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { ModelServer, type ServerFlaws } from '#tests/simulation/model/model-server.ts';
import type { JournalFlaw } from '#tests/simulation/world/desk-journal.ts';
import { Device } from '#tests/simulation/world/device.ts';
import type { Life } from '#tests/simulation/world/power.ts';
import {
  makeUnrulyApi,
  type Fate,
  type NetworkPorts,
} from '#tests/simulation/world/unruly-network.ts';

/** The OPD of the three PCs, and another one. */
export const ownOpd = 'O1';
export const otherOpd = 'O2';

/** What may be wrong with a world, to see whether the oracle notices. */
export interface Flaws extends ServerFlaws {
  /** Between the client and its network. */
  readonly api?: (api: ServerApi) => ServerApi;
  /** On every disk, at every start. */
  readonly damage?: (database: AccountDatabase) => Promise<void>;
  /** Of every journal. */
  readonly journal?: JournalFlaw;
}

/** What went wrong in a history. */
export type CountedFault = Fate | 'listrik_padam' | 'basis_data_hilang' | 'cadangan_dipulihkan';

/** What was counted in a history. */
export interface Counts {
  readonly faults: Partial<Record<CountedFault, number>>;
  steps: number;
  exchanges: number;
}

/** Everything in a history: the server, three PCs of two accounts, the mail that is late, and the true time. */
export class World {
  readonly server: ModelServer;
  readonly devices: readonly Device[];
  readonly late: (() => void)[] = [];
  readonly trace: string[] = [];
  readonly counts: Counts = { faults: {}, steps: 0, exchanges: 0 };
  /** True time, ms epoch. */
  now = Date.UTC(2026, 10, 22, 1);
  /** How often a call meets a fault now, 0 to 1. */
  roughness = 0;
  random: Random;
  /** How long a decision can be corrected here, in milliseconds. */
  readonly holdMs: number;
  /** What happens while a call is on its way. */
  meanwhile: () => Promise<void> = () => Promise.resolve();
  readonly #accounts: ReadonlyMap<Device, Account>;
  #usulMade = 0;

  constructor(seed: number, flaws: Flaws = {}) {
    this.random = makeRandom('dunia', seed);
    this.holdMs = this.random.pick([0, 10_000, 600_000]);
    this.server = new ModelServer(() => this.now, flaws);
    const accounts = [makeAccount(1), makeAccount(1), makeAccount(2)];
    this.devices = accounts.map((account, index) => {
      return new Device({
        name: `PC ${index + 1}`,
        accountId: account.id,
        deviceId: makeUuid('PC', index),
        holdMs: this.holdMs,
        now: () => this.now,
        random: () => this.random.fraction(),
        makeApi: (life) => {
          const api = makeUnrulyApi(() => this.#networkOf(index, life));
          return flaws.api?.(api) ?? api;
        },
        damage: flaws.damage ?? (() => Promise.resolve()),
        journalFlaw: flaws.journal ?? ((journal) => journal),
      });
    });
    this.#accounts = new Map(this.devices.map((device, index) => [device, accounts[index]!]));
  }

  /** A new usul in the OPD of the PCs. */
  submitUsul(): Usul {
    this.#usulMade += 1;
    const usul = sampleUsul(this.#usulMade, { opdId: ownOpd });
    this.server.submit(usul);
    return usul;
  }

  async signIn(device: Device): Promise<void> {
    const account = this.#accounts.get(device)!;
    await device.signIn(this.server.sessions.signIn(account, device.deviceId));
  }

  /** What lives in the scope of the PCs. */
  inScope(): Usul[] {
    return [...this.server.usul.values()].filter(
      ({ opdId, position }) => opdId === ownOpd && position.kind !== 'selesai',
    );
  }

  count(fault: CountedFault): void {
    this.counts.faults[fault] = (this.counts.faults[fault] ?? 0) + 1;
  }

  #networkOf(index: number, life: Life): NetworkPorts {
    const device = this.devices[index]!;
    return {
      server: this.server,
      life,
      random: this.random,
      roughness: this.roughness,
      online: device.online,
      meanwhile: () => this.meanwhile(),
      later: (arrive: () => void) => this.late.push(arrive),
      onFate: (fate: Fate) => {
        this.count(fate);
        this.trace.push(`    ${device.name}: ${fate}`);
      },
    };
  }
}

function makeAccount(n: number): Account {
  return {
    id: makeUuid('akun', n),
    username: `verifikator-${n}`,
    displayName: `Verifikator ${n}`,
    role: 'verifikator',
    scope: { kind: 'opd', id: ownOpd },
    scopeName: 'Dinas Contoh',
  };
}
