import type { Columns } from '#server/imports/columns/column.ts';
import { arrangeTree, type TreeNode } from '#server/imports/kinds/arrange-tree.ts';
import type {
  ImportKind,
  ImportPlace,
  JudgedRow,
  ReadRow,
} from '#server/imports/kinds/import-kind.ts';
import { announceMovedOpd } from '#server/imports/kinds/announce-usul.ts';
import { findByName, namesOf } from '#server/imports/kinds/office-names.ts';
import { compared, refused, type Fate } from '#server/imports/rows/fate.ts';
import type { RowProblem } from '#server/imports/rows/row-problem.ts';
import type { RowReader } from '#server/imports/rows/row-reader.ts';
import { inChunks } from '#server/store/chunks.ts';
import type { Db, Tx } from '#server/store/database.ts';

const columns = {
  id: {
    label: 'Kode OPD',
    names: [
      'ID',
      'Kode',
      'ID OPD',
      'OPD ID',
      'Kode Unit',
      'Kode Perangkat Daerah',
      'Satuan Kerja ID',
      'Kode Satuan Kerja',
    ],
    required: true,
  },
  name: {
    label: 'Nama OPD',
    names: [
      'Nama',
      'OPD',
      'Perangkat Daerah',
      'Nama Perangkat Daerah',
      'Satuan Kerja',
      'Satuan Kerja Nama',
      'Nama Satuan Kerja',
      'Nama Unit',
    ],
    required: true,
  },
  parentId: {
    label: 'Kode induk',
    names: [
      'Induk',
      'Kode OPD Induk',
      'Kode Induk OPD',
      'ID Induk',
      'Induk ID',
      'OPD Induk ID',
      'Parent ID',
      'ID Atasan',
      'Satuan Kerja Induk ID',
    ],
  },
  parentName: {
    label: 'Nama induk',
    names: [
      'OPD Induk',
      'Nama OPD Induk',
      'Induk OPD',
      'Satuan Kerja Induk',
      'Satuan Kerja Induk Nama',
    ],
  },
} satisfies Columns;

interface OpdDraft {
  readonly id: string;
  readonly name: string;
  /** As the file names it: by code, else by name; undefined: it says nothing. */
  readonly parent: { readonly id?: string | undefined; readonly name?: string | undefined };
}

interface Office {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
}

interface KnownOpd {
  readonly own: ReadonlyMap<string, Office>;
  /** Codes that other instansi have. */
  readonly foreign: ReadonlySet<string>;
}

/** OPD with their tree; a row without a parent leaves that of an OPD that exists as it is. */
export const opdKind: ImportKind<keyof typeof columns, OpdDraft, KnownOpd> = {
  columns,
  ignored: ['Instansi', 'Instansi ID', 'Instansi Nama', 'Keterangan', 'Alamat'],
  // Parents may stand anywhere in the file, so that it is one piece.
  chunkRows: Number.POSITIVE_INFINITY,
  read: (row) => readOpd(row),
  keysOf: ({ id }) => [{ label: columns.id.label, text: id }],
  titleOf: ({ id, name }) => `${id} ${name}`,
  load: loadOpd,
  judge: judgeOpd,
  write: writeOpd,
};

function readOpd(row: RowReader<keyof typeof columns>): OpdDraft | undefined {
  const [id, name] = [row.code('id'), row.text('name')];
  const parent = { id: row.code('parentId'), name: row.text('parentName') };
  if (id === undefined || name === undefined) return undefined;
  if (parent.id === id) return row.refuse({ kind: 'diri_sendiri' });
  return { id, name, parent };
}

async function loadOpd(db: Db | Tx, { instansiId }: ImportPlace): Promise<KnownOpd> {
  const rows = await db
    .selectFrom('opd')
    .select(['id', 'name', 'parent_id as parentId', 'instansi_id'])
    .execute();
  const own = rows.filter((row) => row.instansi_id === instansiId);
  return {
    own: new Map(own.map(({ id, name, parentId }) => [id, { id, name, parentId }])),
    foreign: new Set(rows.flatMap((row) => (row.instansi_id === instansiId ? [] : [row.id]))),
  };
}

/** The rows in an order in which parents come first; those that are refused come last. */
function judgeOpd(
  rows: readonly ReadRow<OpdDraft>[],
  { own, foreign }: KnownOpd,
): readonly JudgedRow<OpdDraft>[] {
  const names = namesOf([
    ...[...own.values()].filter(({ id }) => !rows.some(({ draft }) => draft.id === id)),
    ...rows.map(({ draft }) => draft),
  ]);
  const nodes = rows.map(({ draft, number }): TreeNode<ReadRow<OpdDraft>> => {
    const found = parentOf(draft, own, names);
    const problem = foreign.has(draft.id)
      ? { kind: 'milik_lain' as const, label: columns.id.label, text: draft.id }
      : found.problem;
    return { id: draft.id, parentId: found.parentId, problem, row: { draft, number } };
  });
  const stored = new Map([...own.values()].map(({ id, parentId }) => [id, parentId]));
  return arrangeTree(nodes, stored).map(({ row, parentId, problem }) => ({
    ...row,
    draft: { ...row.draft, parent: { id: parentId ?? undefined } },
    fate: problem ? refused(problem) : fateOf(row.draft, parentId, own),
  }));
}

function parentOf(
  { id, parent }: OpdDraft,
  own: KnownOpd['own'],
  names: ReadonlyMap<string, readonly string[]>,
): { readonly parentId: string | null; readonly problem?: RowProblem } {
  if (parent.id !== undefined) return { parentId: parent.id };
  if (parent.name === undefined) return { parentId: own.get(id)?.parentId ?? null };
  const found = findByName(names, parent.name, columns.parentName.label, 'OPD');
  return found.ok ? { parentId: found.value } : { parentId: null, problem: found.error };
}

function fateOf(draft: OpdDraft, parentId: string | null, own: KnownOpd['own']): Fate {
  const before = own.get(draft.id);
  if (!before) return { kind: 'baru' };
  return compared([
    [columns.name.label, before.name, draft.name],
    [columns.parentId.label, before.parentId ?? '', parentId ?? ''],
  ]);
}

async function writeOpd(
  tx: Tx,
  { instansiId }: ImportPlace,
  rows: readonly JudgedRow<OpdDraft>[],
  { own }: KnownOpd,
): Promise<void> {
  const added = rows.filter(({ fate }) => fate.kind === 'baru').map(({ draft }) => draft);
  for (const chunk of inChunks(added)) {
    const values = chunk.map(({ id, name, parent }) => ({
      id,
      name,
      instansi_id: instansiId,
      parent_id: parent.id ?? null,
    }));
    await tx.insertInto('opd').values(values).execute();
  }
  const changed = rows.flatMap(({ draft, fate }) => (fate.kind === 'berubah' ? [draft] : []));
  const moved = changed.filter(({ id, parent }) => own.get(id)?.parentId !== (parent.id ?? null));
  await announceMovedOpd(
    tx,
    moved.map(({ id }) => id),
    async () => {
      for (const { id, name, parent } of changed) {
        const values = { name, parent_id: parent.id ?? null };
        await tx.updateTable('opd').set(values).where('id', '=', id).execute();
      }
    },
  );
}
