import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { announceChangedEmployees } from '#server/imports/kinds/announce-usul.ts';
import { asnColumns, asnIgnored, type AsnField } from '#server/imports/kinds/asn-columns.ts';
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
  namesOf,
  type KnownOpd,
} from '#server/imports/kinds/office-names.ts';
import { readAsn, type AsnDraft } from '#server/imports/kinds/read-asn.ts';
import { compared, refused } from '#server/imports/rows/fate.ts';
import type { RowProblem } from '#server/imports/rows/row-problem.ts';
import type { Db, Tx } from '#server/store/database.ts';
import { shortDate } from '#shared/kernel/date-text.ts';
import { isLocalDate } from '#shared/kernel/local-date.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Employee } from '#shared/records/employee.ts';

/** What a row comes to: the whole employee and the OPD. */
interface JudgedAsn extends AsnDraft {
  readonly target?: { readonly data: Employee; readonly opdId: string };
}

interface Unor {
  readonly id: string;
  readonly name: string;
  readonly opdId: string;
}

interface StoredAsn {
  readonly id: string;
  readonly nip: string;
  readonly isOwn: boolean;
  readonly data: Employee;
}

interface KnownAsn extends KnownOpd {
  readonly unor: ReadonlyMap<string, Unor>;
  readonly unorNames: ReadonlyMap<string, readonly string[]>;
  readonly byNip: ReadonlyMap<string, readonly StoredAsn[]>;
  readonly byId: ReadonlyMap<string, StoredAsn>;
}

/** ASN by NIP, or by the id of SIASN where that is known; a cell that is empty leaves a value as it is. */
export const asnKind: ImportKind<AsnField, JudgedAsn, KnownAsn> = {
  columns: asnColumns,
  ignored: asnIgnored,
  chunkRows: 200,
  read: readAsn,
  keysOf: ({ nip, pnsId }) => [
    { label: asnColumns.nip.label, text: nip },
    ...(pnsId === undefined ? [] : [{ label: asnColumns.pnsId.label, text: pnsId }]),
  ],
  titleOf: ({ nip, stated }) => `${nip} ${stated.nama}`,
  load: loadAsn,
  judge: (rows, known) => rows.map((row) => judgeAsn(row, known)),
  write: writeAsn,
};

async function loadAsn(
  db: Db | Tx,
  { instansiId }: ImportPlace,
  drafts: readonly AsnDraft[],
): Promise<KnownAsn> {
  const unor = await db
    .selectFrom('unor')
    .innerJoin('opd', 'opd.id', 'unor.opd_id')
    .select(['unor.id', 'unor.name', 'unor.opd_id as opdId'])
    .where('opd.instansi_id', '=', instansiId)
    .execute();
  const nips = drafts.map(({ nip }) => nip);
  const ids = drafts.flatMap(({ pnsId }) => pnsId ?? []);
  const rows = await db
    .selectFrom('employee')
    .innerJoin('opd', 'opd.id', 'employee.opd_id')
    .select(['employee.id', 'employee.nip', 'employee.data', 'opd.instansi_id'])
    .where((where) =>
      where.or([
        where('employee.nip', '=', sql<string>`ANY(${nips})`),
        where('employee.id', '=', sql<string>`ANY(${ids})`),
      ]),
    )
    .execute();
  const stored = rows.map(({ instansi_id, ...one }) => ({
    ...one,
    isOwn: instansi_id === instansiId,
  }));
  return {
    unor: new Map(unor.map((one) => [one.id, one])),
    unorNames: namesOf(unor),
    ...(await loadOpd(db, instansiId)),
    byNip: groupByNip(stored),
    byId: new Map(stored.map((one) => [one.id, one])),
  };
}

function groupByNip(stored: readonly StoredAsn[]): ReadonlyMap<string, readonly StoredAsn[]> {
  const groups = new Map<string, StoredAsn[]>();
  for (const one of stored) groups.set(one.nip, [...(groups.get(one.nip) ?? []), one]);
  return groups;
}

function judgeAsn(row: ReadRow<JudgedAsn>, known: KnownAsn): JudgedRow<JudgedAsn> {
  const { draft } = row;
  const before = storedAsn(draft, known);
  if (!before.ok) return { ...row, fate: refused(before.error) };
  const unor = unorOf(draft, before.value, known);
  if (!unor.ok) return { ...row, fate: refused(unor.error) };
  const { id: unorId, name: unorNama, opdId } = unor.value;
  const base: Employee = before.value?.data ?? newEmployee(draft);
  const data: Employee = { ...base, ...draft.stated, unorId, unorNama };
  const judged = { ...row, draft: { ...draft, target: { data, opdId } } };
  return { ...judged, fate: before.value ? compared(pairsOf(base, data)) : { kind: 'baru' } };
}

/** Who is meant; undefined: somebody new. */
function storedAsn(
  { nip, pnsId }: AsnDraft,
  { byNip, byId }: KnownAsn,
): Result<StoredAsn | undefined, RowProblem> {
  const [sameNip, ...others] = byNip.get(nip) ?? [];
  const sameId = pnsId === undefined ? undefined : byId.get(pnsId);
  const isTaken = sameId !== undefined && sameNip !== undefined && sameNip.id !== sameId.id;
  const found = sameId ?? sameNip;
  if (others.length > 0 || isTaken || (found && !found.isOwn)) {
    return fail({ kind: 'milik_lain', label: asnColumns.nip.label, text: nip });
  }
  return succeed(found);
}

/** The unor that a row names, else that of before. */
function unorOf(
  { unor, opd }: AsnDraft,
  before: StoredAsn | undefined,
  known: KnownAsn,
): Result<Unor, RowProblem> {
  if (unor.id !== undefined)
    return findByCode(known.unor, unor.id, asnColumns.unorId.label, 'data unor');
  const label = asnColumns.unorNama.label;
  if (unor.name === undefined) {
    const kept = before && known.unor.get(before.data.unorId);
    return kept ? succeed(kept) : fail({ kind: 'kosong', label: asnColumns.unorId.label });
  }
  const inOpd = opdOf(opd, known);
  if (!inOpd.ok) return inOpd;
  const candidates =
    inOpd.value === undefined
      ? known.unorNames
      : namesOf([...known.unor.values()].filter(({ opdId }) => opdId === inOpd.value));
  const found = findByName(candidates, unor.name, label, 'data unor');
  return found.ok ? succeed(known.unor.get(found.value)!) : found;
}

function opdOf(
  { id, name }: AsnDraft['opd'],
  known: KnownAsn,
): Result<string | undefined, RowProblem> {
  if (id !== undefined) return findByCode(known.opd, id, asnColumns.opdId.label, 'data OPD');
  if (name === undefined) return succeed(undefined);
  return findByName(known.opdNames, name, asnColumns.opdNama.label, 'data OPD');
}

function newEmployee({ nip, ofNip, pnsId }: AsnDraft): Employee {
  return {
    ...ofNip,
    // Known when it is written.
    id: pnsId ?? '',
    nip,
    nik: '',
    nama: '',
    gelarDepan: '',
    gelarBelakang: '',
    tempatLahir: '',
    tmtCpns: null,
    golonganId: null,
    jabatan: '',
    unorId: '',
    unorNama: '',
  };
}

const comparedFields = [
  ...([
    'nip',
    'nama',
    'gelarDepan',
    'gelarBelakang',
    'nik',
    'jenisKelamin',
    'tempatLahir',
    'tanggalLahir',
  ] as const),
  ...([
    'tmtCpns',
    'golonganId',
    'jabatan',
    'jenisJabatanId',
    'eselonId',
    'kedudukanHukumId',
  ] as const),
  ...(['jenisPegawaiId', 'tkPendidikanTerakhirId', 'bupPensiun', 'unorId', 'unorNama'] as const),
] satisfies readonly Extract<AsnField, keyof Employee>[];

function pairsOf(before: Employee, now: Employee): readonly (readonly [string, string, string])[] {
  return comparedFields.map((field) => [
    asnColumns[field].label,
    shownValue(before[field]),
    shownValue(now[field]),
  ]);
}

function shownValue(value: string | number | null | undefined): string {
  const text = String(value ?? '');
  return isLocalDate(text) ? shortDate(text) : text;
}

async function writeAsn(
  tx: Tx,
  _place: ImportPlace,
  rows: readonly JudgedRow<JudgedAsn>[],
): Promise<void> {
  const targets = (kind: 'baru' | 'berubah') =>
    rows.flatMap(({ fate, draft }) => (fate.kind === kind && draft.target ? [draft.target] : []));
  const added = targets('baru').map(({ opdId, data }) => ({
    opdId,
    data: { ...data, id: data.id === '' ? randomUUID() : data.id },
  }));
  const changed = targets('berubah');
  const ids = changed.map(({ data }) => data.id);
  await announceChangedEmployees(tx, ids, () => updateEmployees(tx, changed));
  await addEmployees(tx, added);
}

interface EmployeeRow {
  readonly data: Employee;
  readonly opdId: string;
}

/** As one value: thousands of parameters cost more than all else that an import does. */
async function addEmployees(tx: Tx, added: readonly EmployeeRow[]): Promise<void> {
  if (added.length === 0) return;
  await sql`
    INSERT INTO employee (id, opd_id, unor_id, nip, data)
    SELECT new -> 'data' ->> 'id', new ->> 'opdId', new -> 'data' ->> 'unorId',
      new -> 'data' ->> 'nip', new -> 'data'
    FROM jsonb_array_elements(${JSON.stringify(added)}::jsonb) AS new`.execute(tx);
}

async function updateEmployees(tx: Tx, changed: readonly EmployeeRow[]): Promise<void> {
  if (changed.length === 0) return;
  await sql`
    UPDATE employee SET opd_id = new ->> 'opdId', data = new -> 'data',
      nip = new -> 'data' ->> 'nip', unor_id = new -> 'data' ->> 'unorId'
    FROM jsonb_array_elements(${JSON.stringify(changed)}::jsonb) AS new
    WHERE employee.id = new -> 'data' ->> 'id'`.execute(tx);
}
