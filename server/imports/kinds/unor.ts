import { sql } from 'kysely';
import { moveUsuls } from '#server/commands/move-usul.ts';
import type { Columns } from '#server/imports/columns/column.ts';
import type {
  ImportKind,
  ImportPlace,
  JudgedRow,
  ReadRow,
} from '#server/imports/kinds/import-kind.ts';
import {
  findByCode,
  findByName,
  loadOpd,
  type KnownOpd,
} from '#server/imports/kinds/office-names.ts';
import { compared, refused, type Fate } from '#server/imports/rows/fate.ts';
import type { RowProblem } from '#server/imports/rows/row-problem.ts';
import { inChunks } from '#server/store/chunks.ts';
import type { Db, Tx } from '#server/store/database.ts';
import { fail, type Result } from '#shared/kernel/result.ts';

const columns = {
  id: {
    label: 'Kode unor',
    names: ['ID', 'Kode', 'ID Unor', 'Unor ID', 'Kode Unit Organisasi'],
    required: true,
  },
  name: {
    label: 'Nama unor',
    names: [
      'Nama',
      'Unor',
      'Unor Nama',
      'Unit Organisasi',
      'Nama Unit Organisasi',
      'Unit Kerja',
      'Nama Unit Kerja',
    ],
    required: true,
  },
  opdId: {
    label: 'Kode OPD',
    names: [
      'ID OPD',
      'OPD ID',
      'Kode Perangkat Daerah',
      'Satuan Kerja ID',
      'Unor Induk ID',
      'ID Unor Induk',
    ],
  },
  opdName: {
    label: 'Nama OPD',
    names: [
      'OPD',
      'Perangkat Daerah',
      'Satuan Kerja',
      'Satuan Kerja Nama',
      'Unor Induk',
      'Unor Induk Nama',
      'Nama Unor Induk',
    ],
  },
  active: { label: 'Aktif', names: ['Status', 'Status Aktif', 'Status Unor', 'Is Active'] },
} satisfies Columns;

interface UnorDraft {
  readonly id: string;
  readonly name: string;
  readonly opd: { readonly id?: string | undefined; readonly name?: string | undefined };
  readonly active: boolean | undefined;
}

interface KnownUnor extends KnownOpd {
  readonly unor: ReadonlyMap<string, StoredUnor>;
}

interface StoredUnor {
  readonly id: string;
  readonly name: string;
  readonly opdId: string;
  readonly active: boolean;
  readonly isOwn: boolean;
}

/** Units inside OPD that exist; one that moves takes its ASN along, and its usul that are not settled. */
export const unorKind: ImportKind<keyof typeof columns, UnorDraft, KnownUnor> = {
  columns,
  ignored: [
    'Instansi',
    'Instansi ID',
    'Eselon',
    'Eselon ID',
    'Nama Jabatan',
    'Diatasan ID',
    'ID Atasan',
    'Jenis Unor',
  ],
  chunkRows: 500,
  read(row) {
    const [id, name, active] = [row.code('id'), row.text('name'), row.flag('active')];
    const opd = { id: row.code('opdId'), name: row.text('opdName') };
    if (opd.id === undefined && opd.name === undefined) {
      row.refuse({ kind: 'kosong', label: columns.opdId.label });
    }
    return id === undefined || name === undefined ? undefined : { id, name, opd, active };
  },
  keysOf: ({ id }) => [{ label: columns.id.label, text: id }],
  titleOf: ({ id, name }) => `${id} ${name}`,
  load: loadUnor,
  judge: (rows, known) => rows.map((row) => judgeUnor(row, known)),
  write: writeUnor,
};

async function loadUnor(
  db: Db | Tx,
  { instansiId }: ImportPlace,
  drafts: readonly UnorDraft[],
): Promise<KnownUnor> {
  const unor = await db
    .selectFrom('unor')
    .innerJoin('opd', 'opd.id', 'unor.opd_id')
    .select(['unor.id', 'unor.name', 'unor.opd_id as opdId', 'unor.active', 'opd.instansi_id'])
    .where('unor.id', 'in', ['', ...drafts.map(({ id }) => id)])
    .execute();
  return {
    ...(await loadOpd(db, instansiId)),
    unor: new Map(
      unor.map(({ instansi_id, ...one }) => [
        one.id,
        { ...one, isOwn: instansi_id === instansiId },
      ]),
    ),
  };
}

function judgeUnor(row: ReadRow<UnorDraft>, known: KnownUnor): JudgedRow<UnorDraft> {
  const { draft } = row;
  const opd = opdOf(draft, known);
  if (!opd.ok) return { ...row, fate: refused(opd.error) };
  const before = known.unor.get(draft.id);
  const active = draft.active ?? before?.active ?? true;
  return {
    ...row,
    draft: { ...draft, opd: { id: opd.value }, active },
    fate: fateOf(draft, opd.value, active, before),
  };
}

function fateOf(draft: UnorDraft, opdId: string, active: boolean, before?: StoredUnor): Fate {
  if (!before) return { kind: 'baru' };
  if (!before.isOwn)
    return refused({ kind: 'milik_lain', label: columns.id.label, text: draft.id });
  return compared([
    [columns.name.label, before.name, draft.name],
    [columns.opdId.label, before.opdId, opdId],
    [columns.active.label, yesNo(before.active), yesNo(active)],
  ]);
}

/** By code, and by name where there is none; both must mean one. */
function opdOf(
  { opd }: UnorDraft,
  { opd: codes, opdNames }: KnownUnor,
): Result<string, RowProblem> {
  const byName = (): Result<string, RowProblem> =>
    findByName(opdNames, opd.name!, columns.opdName.label, 'data OPD');
  if (opd.id === undefined) return byName();
  const byCode = findByCode(codes, opd.id, columns.opdId.label, 'data OPD');
  const named = opd.name === undefined ? undefined : byName();
  if (byCode.ok && named?.ok && named.value !== byCode.value) {
    return fail({ kind: 'bertentangan', labels: [columns.opdId.label, columns.opdName.label] });
  }
  return byCode;
}

async function writeUnor(
  tx: Tx,
  _place: ImportPlace,
  rows: readonly JudgedRow<UnorDraft>[],
  { unor }: KnownUnor,
): Promise<void> {
  const added = rows.filter(({ fate }) => fate.kind === 'baru').map(({ draft }) => draft);
  for (const chunk of inChunks(added)) {
    await tx
      .insertInto('unor')
      .values(
        chunk.map(({ id, name, opd, active }) => ({
          id,
          name,
          opd_id: opd.id!,
          active: active ?? true,
        })),
      )
      .execute();
  }
  const moved: MovedUnor[] = [];
  for (const { draft, fate } of rows) {
    if (fate.kind !== 'berubah') continue;
    const { id, name, opd, active } = draft;
    const changed = { name, opd_id: opd.id!, active: active ?? true };
    await tx.updateTable('unor').set(changed).where('id', '=', id).execute();
    const before = unor.get(id);
    if (before?.opdId === opd.id && before?.name === name) continue;
    await tx
      .updateTable('employee')
      .set({ opd_id: opd.id!, data: sql`data || jsonb_build_object('unorNama', ${name}::text)` })
      .where('unor_id', '=', id)
      .execute();
    if (before && before.opdId !== opd.id) {
      moved.push({ unorId: id, from: before.opdId, opdId: opd.id! });
    }
  }
  await moveUsulOf(tx, moved);
}

/** A unit that goes from one OPD to another. */
interface MovedUnor {
  readonly unorId: string;
  readonly from: string;
  readonly opdId: string;
}

/** What is not settled of units goes where they are now: others decide it, by the rules that hold there. */
async function moveUsulOf(tx: Tx, moved: readonly MovedUnor[]): Promise<void> {
  if (moved.length === 0) return;
  const rows = await tx
    .selectFrom('usul')
    .select(['id', 'unor_id'])
    .where('opd_id', 'in', [...new Set(moved.map(({ from }) => from))])
    .where(
      'unor_id',
      'in',
      moved.map(({ unorId }) => unorId),
    )
    .where('keadaan', '<>', 'selesai')
    .execute();
  const opdOfUnor = new Map(moved.map(({ unorId, opdId }) => [unorId, opdId]));
  const targets = rows.map(({ id, unor_id: unorId }) => {
    return [id, { unorId, opdId: opdOfUnor.get(unorId)! }] as const;
  });
  await moveUsuls(tx, new Map(targets));
}

function yesNo(value: boolean): string {
  return value ? 'Ya' : 'Tidak';
}
