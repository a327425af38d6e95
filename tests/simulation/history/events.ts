import type { DecisionEntry } from '#renderer/data/schema/rows.ts';
import type { Random } from '#build/demo/random.ts';
import type { Usul } from '#shared/records/usul.ts';
import { otherOpd, ownOpd, type World } from '#tests/simulation/history/world.ts';
import { poisonedNote } from '#tests/simulation/model/model-server.ts';
import type { Device } from '#tests/simulation/world/device.ts';

/** Something that happens, with how often it does. `at` is the PC where; what happens elsewhere leaves it alone. */
export interface HistoryEvent {
  readonly name: string;
  readonly weight: number;
  run(world: World, random: Random, at: Device): Promise<string>;
}

const years = 365 * 86_400_000;

/** What the people at the PCs do. */
const atTheDesk: readonly HistoryEvent[] = [
  {
    name: 'ketik',
    weight: 8,
    run: async (_world, random, at) => {
      const usulId = await anyUsul(random, at);
      if (usulId) await at.type(usulId, `catatan ${random.digits(4)}`);
      return tail(usulId);
    },
  },
  {
    name: 'putuskan',
    weight: 22,
    run: async (_world, random, at) => {
      const usulId = await anyUsul(random, at);
      const outcome = random.weighted([
        ['teruskan', 5],
        ['perbaikan', 5],
        ['tolak', 1],
        ['koordinasi', 2],
      ] as const);
      const note = random.chance(0.04) ? poisonedNote : `alasan ${random.digits(4)}`;
      const id = usulId ? await at.decide(usulId, outcome, note) : null;
      return `${tail(usulId)} ${outcome} -> ${id ?? 'tidak'}`;
    },
  },
  {
    name: 'tarik kembali',
    weight: 7,
    run: (_world, random, at) => withEntry(random, at, 'menunggu', (entry) => at.takeBack(entry)),
  },
  {
    name: 'putuskan ulang',
    weight: 4,
    run: (_world, random, at) => withEntry(random, at, 'ditolak', (entry) => at.redo(entry)),
  },
  {
    name: 'lepaskan',
    weight: 2,
    run: (_world, random, at) => withEntry(random, at, 'ditolak', (entry) => at.letGo(entry)),
  },
];

/** What happens to the PCs. */
const toThePcs: readonly HistoryEvent[] = [
  {
    name: 'masuk',
    weight: 6,
    run: async (world, _random, at) => {
      if (!at.asksToSignIn) return 'tidak perlu';
      await world.signIn(at);
      return '';
    },
  },
  {
    name: 'jaringan',
    weight: 3,
    run: (_world, _random, at) => {
      at.online = !at.online;
      return Promise.resolve(at.online ? 'ada' : 'tidak ada');
    },
  },
  {
    name: 'jam',
    weight: 3,
    run: (_world, random, at) => {
      at.clockOffset = random.pick([0, random.whole(-20_000, 20_000), -20 * years, 20 * years]);
      return Promise.resolve(String(at.clockOffset));
    },
  },
  {
    name: 'mulai lagi',
    weight: 3,
    run: async (_world, _random, at) => {
      await at.restart();
      return '';
    },
  },
  {
    name: 'basis data hilang',
    weight: 3,
    run: async (world, _random, at) => {
      await at.erase();
      world.count('basis_data_hilang');
      if (at.online) await world.signIn(at);
      return at.online ? 'masuk lagi' : '';
    },
  },
];

/** What happens elsewhere. */
const elsewhere: readonly HistoryEvent[] = [
  { name: 'usul baru', weight: 4, run: (world) => Promise.resolve(tail(world.submitUsul().id)) },
  {
    name: 'ASN mengajukan ulang',
    weight: 10,
    run: (world, random) =>
      withUsul(world, random, 'perbaikan', ({ id }) =>
        world.server.asn(id, 'ajukan_ulang', { namaOrganisasi: `Organisasi ${random.digits(3)}` }),
      ),
  },
  {
    name: 'ASN menarik',
    weight: 2,
    run: (world, random) =>
      withUsul(world, random, 'menunggu', ({ id }) => world.server.asn(id, 'tarik')),
  },
  {
    name: 'approver memutuskan',
    weight: 12,
    run: (world, random) => {
      const action = random.pick(['teruskan', 'perbaikan', 'kembalikan', 'kembalikan'] as const);
      return withUsul(world, random, 'menunggu', ({ id, position }) =>
        'stage' in position && position.stage === 'persetujuan'
          ? world.server.approve(id, action)
          : false,
      );
    },
  },
  {
    name: 'approver menjawab',
    weight: 8,
    run: (world, random) =>
      withUsul(world, random, 'koordinasi', ({ id }) => world.server.approve(id, 'jawab')),
  },
  {
    name: 'pindah OPD',
    weight: 4,
    run: (world, random) =>
      withUsul(world, random, 'menunggu', ({ id, opdId }) => {
        world.server.move(id, opdId === ownOpd ? otherOpd : ownOpd);
        return true;
      }),
  },
  {
    name: 'pindah OPD dan kembali',
    weight: 5,
    run: (world, random) =>
      withUsul(world, random, 'menunggu', ({ id, opdId }) => {
        world.server.move(id, otherOpd);
        world.server.move(id, opdId);
        return true;
      }),
  },
  {
    name: 'umpan mulai baru',
    weight: 2,
    run: (world) => {
      world.server.beginFeedsAnew();
      return Promise.resolve('');
    },
  },
  {
    name: 'cadangan dibuat',
    weight: 4,
    run: (world) => {
      world.server.backUp();
      return Promise.resolve('');
    },
  },
  {
    name: 'cadangan dipulihkan',
    weight: 8,
    run: (world, random) => {
      const { backups } = world.server;
      if (backups === 0) return Promise.resolve('tidak ada');
      const index = random.whole(0, backups - 1);
      const isNoticed = random.chance(0.5);
      world.server.restore(index, isNoticed);
      world.count('cadangan_dipulihkan');
      return Promise.resolve(`${index} ${isNoticed ? 'basis data' : 'seluruh disk'}`);
    },
  },
  {
    name: 'sesi diakhiri',
    weight: 2,
    run: (world, _random, at) => {
      world.server.sessions.end(at.deviceId);
      return Promise.resolve('');
    },
  },
  {
    name: 'kiriman terlambat',
    weight: 4,
    run: (world, random) => {
      const [arrive] = world.late.splice(random.whole(0, world.late.length), 1);
      arrive?.();
      return Promise.resolve(arrive ? 'tiba' : 'tidak ada');
    },
  },
  {
    name: 'waktu',
    weight: 6,
    run: (world, random) => {
      world.now += random.pick([5_000, 30_000, 900_000, 86_400_000]);
      return Promise.resolve(new Date(world.now).toISOString());
    },
  },
];

/** Everything that may happen beside an exchange with the server. */
export const events: readonly HistoryEvent[] = [...atTheDesk, ...toThePcs, ...elsewhere];

async function anyUsul(random: Random, at: Device): Promise<string | undefined> {
  const ids = await at.listedIds();
  return ids.length === 0 ? undefined : random.pick(ids);
}

async function withEntry(
  random: Random,
  at: Device,
  kind: 'menunggu' | 'ditolak',
  act: (entry: DecisionEntry) => Promise<boolean>,
): Promise<string> {
  const entries = (await at.outbox()).filter(
    ({ state }) =>
      state.kind === kind && (state.kind !== 'ditolak' || state.handled.kind === 'belum'),
  );
  if (entries.length === 0) return 'tidak ada';
  const entry = random.pick(entries);
  return `${entry.decision.id} -> ${await act(entry)}`;
}

function withUsul(
  world: World,
  random: Random,
  kind: Usul['position']['kind'],
  act: (usul: Usul) => boolean,
): Promise<string> {
  const usul = [...world.server.usul.values()].filter(({ position }) => position.kind === kind);
  if (usul.length === 0) return Promise.resolve('tidak ada');
  const one = random.pick(usul);
  return Promise.resolve(`${tail(one.id)} -> ${act(one)}`);
}

function tail(usulId: string | undefined): string {
  return usulId?.slice(-2) ?? '-';
}
