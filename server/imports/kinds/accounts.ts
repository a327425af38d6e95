import type { Letter } from '#server/accounts/appointments.ts';
import type { Columns } from '#server/imports/columns/column.ts';
import {
  isHeld,
  loadHeldAccounts,
  writeWanted,
  type HeldAccounts,
  type WantedAccount,
} from '#server/imports/kinds/held-accounts.ts';
import type {
  ImportKind,
  ImportPlace,
  JudgedRow,
  ReadRow,
} from '#server/imports/kinds/import-kind.ts';
import {
  comparedName,
  findByCode,
  findByName,
  loadOpd,
  type KnownOpd,
} from '#server/imports/kinds/office-names.ts';
import { compared, refused } from '#server/imports/rows/fate.ts';
import type { RowProblem } from '#server/imports/rows/row-problem.ts';
import type { RowReader } from '#server/imports/rows/row-reader.ts';
import type { Db, Tx } from '#server/store/database.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { localDateIn } from '#shared/kernel/time-zone.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { fullName } from '#shared/records/full-name.ts';
import type { Employee } from '#shared/records/employee.ts';
import type { Scope } from '#shared/workflow/authority/account.ts';
import type { Role } from '#shared/workflow/authority/roles.ts';

const columns = {
  nip: { label: 'NIP', names: ['NIP Baru', 'NI PPPK', 'NIP/NI PPPK'], required: true },
  role: { label: 'Peran', names: ['Role', 'Tugas', 'Sebagai', 'Bertugas Sebagai'], required: true },
  username: { label: 'Nama pengguna', names: ['Username', 'User', 'Akun', 'Login'] },
  name: { label: 'Nama', names: ['Nama Lengkap', 'Nama Pegawai', 'Nama ASN'] },
  opdId: { label: 'Kode OPD', names: ['OPD ID', 'ID OPD', 'Cakupan', 'Kode Perangkat Daerah'] },
  opdName: { label: 'Nama OPD', names: ['OPD', 'Perangkat Daerah', 'Satuan Kerja'] },
  letterNumber: {
    label: 'Nomor surat',
    names: ['Nomor SK', 'No SK', 'No Surat', 'Nomor Penunjukan'],
  },
  letterDate: { label: 'Tanggal surat', names: ['Tanggal SK', 'Tgl SK', 'Tgl Surat'] },
  validFrom: { label: 'Berlaku dari', names: ['Mulai', 'Mulai Berlaku', 'Dari Tanggal', 'TMT'] },
  validUntil: { label: 'Berlaku sampai', names: ['Sampai', 'Sampai Tanggal', 'Berakhir'] },
} satisfies Columns;

/** Roles that a file may give, by what people call them; admins and those of BKN are appointed at the server alone. */
const givenRoles: Readonly<Record<string, Role>> = {
  verifikator: 'verifikator',
  'verifikator opd': 'verifikator',
  approver: 'approver',
  approval: 'approver',
  penyetuju: 'approver',
  monitor: 'monitor',
  pemantau: 'monitor',
  helpdesk: 'helpdesk',
  asn: 'asn',
};

interface AccountDraft {
  readonly nip: string;
  readonly role: Role;
  readonly username: string | undefined;
  readonly name: string | undefined;
  readonly opd: { readonly id: string | undefined; readonly name: string | undefined };
  readonly letter: Letter | null;
  readonly validFrom: LocalDate | undefined;
  readonly validUntil: LocalDate | null;
}

/** What a row comes to. */
interface JudgedAccount extends AccountDraft {
  readonly target?: WantedAccount;
}

interface KnownAccounts extends KnownOpd {
  readonly place: ImportPlace;
  /** In the time zone of the instansi. */
  readonly today: LocalDate;
  readonly people: ReadonlyMap<string, Employee>;
  readonly held: HeldAccounts;
}

/** Accounts of ASN of the instansi; none has a password, in the file or from it. */
export const accountKind: ImportKind<keyof typeof columns, JudgedAccount, KnownAccounts> = {
  columns,
  // A file that has passwords is not what it should be; whatever stands there is never read.
  ignored: [
    'Keterangan',
    'Jabatan',
    'Unit Kerja',
    'NIK',
    'No HP',
    'Email',
    'Password',
    'Kata Sandi',
  ],
  chunkRows: 500,
  read: readAccount,
  keysOf: ({ nip, role, opd, username }) => [
    { label: 'NIP dengan peran ini', text: [nip, role, opd.id ?? opd.name ?? ''].join(' ').trim() },
    ...(username === undefined
      ? []
      : [{ label: columns.username.label, text: username, owner: nip }]),
  ],
  titleOf: ({ nip, name, role }) => `${nip} ${name ?? ''} ${role}`.replaceAll('  ', ' '),
  load: loadAccounts,
  judge: (rows, known) => rows.map((row) => judgeAccount(row, known)),
  write: writeAccounts,
};

function readAccount(row: RowReader<keyof typeof columns>): AccountDraft | undefined {
  const nip = row.employeeNumber('nip')?.digits;
  const role = readRole(row);
  const username = readUsername(row, nip);
  const name = row.text('name');
  const opd = { id: row.code('opdId'), name: row.text('opdName') };
  if (role === 'verifikator' && opd.id === undefined && opd.name === undefined) {
    row.refuse({ kind: 'kosong', label: columns.opdId.label });
  }
  const appointed = readAppointment(row);
  if (nip === undefined || role === undefined) return undefined;
  return { nip, role, username, name, opd, ...appointed };
}

function readAppointment(
  row: RowReader<keyof typeof columns>,
): Pick<AccountDraft, 'letter' | 'validFrom' | 'validUntil'> {
  const [number, date] = [row.text('letterNumber'), row.day('letterDate')];
  const [validFrom, validUntil = null] = [row.day('validFrom'), row.day('validUntil')];
  if ((number === undefined) !== (date === undefined)) {
    const field = number === undefined ? 'letterNumber' : 'letterDate';
    row.refuse({ kind: 'kosong', label: columns[field].label });
  }
  if (validFrom !== undefined && validUntil !== null && validUntil < validFrom) {
    const [first, second] = [columns.validFrom.label, columns.validUntil.label];
    row.refuse({ kind: 'urutan', first, second });
  }
  const letter = number === undefined || date === undefined ? null : { number, date };
  return { letter, validFrom, validUntil };
}

function readRole(row: RowReader<keyof typeof columns>): Role | undefined {
  const text = row.text('role');
  if (text === undefined) return undefined;
  const role = Object.entries(givenRoles).find(([name]) => name === comparedName(text))?.[1];
  const known =
    'Isi Verifikator, Approver, Monitor, Helpdesk atau ASN; peran lain diberikan di server.';
  return role ?? row.refuse({ kind: 'pilihan', label: columns.role.label, text, known });
}

/** Figures alone are a NIP, and so only one's own. */
function readUsername(
  row: RowReader<keyof typeof columns>,
  nip: string | undefined,
): string | undefined {
  const text = row.code('username')?.toLowerCase();
  if (text === undefined || text === nip) return text;
  if (/^[a-z0-9][a-z0-9._-]{2,59}$/.test(text) && /[a-z]/.test(text)) return text;
  const known = 'Isi 3 sampai 60 huruf kecil, angka, titik atau strip, paling sedikit satu huruf.';
  return row.refuse({ kind: 'pilihan', label: columns.username.label, text, known });
}

async function loadAccounts(
  db: Db | Tx,
  place: ImportPlace,
  drafts: readonly AccountDraft[],
): Promise<KnownAccounts> {
  const { instansiId } = place;
  const { time_zone: timeZone } = await db
    .selectFrom('instansi')
    .select('time_zone')
    .where('id', '=', instansiId)
    .executeTakeFirstOrThrow();
  const today = localDateIn(timeZone, place.now);
  const nips = drafts.map(({ nip }) => nip);
  const people = await db
    .selectFrom('employee')
    .innerJoin('opd', 'opd.id', 'employee.opd_id')
    .select(['employee.nip', 'employee.data'])
    .where('employee.nip', 'in', ['', ...nips])
    .where('opd.instansi_id', '=', instansiId)
    .execute();
  const names = drafts.map(({ nip, username }) => ({ nip, username: username ?? nip }));
  return {
    place,
    today,
    ...(await loadOpd(db, instansiId)),
    people: new Map(people.map(({ nip, data }) => [nip, data])),
    held: await loadHeldAccounts(db, names, today),
  };
}

function judgeAccount(row: ReadRow<JudgedAccount>, known: KnownAccounts): JudgedRow<JudgedAccount> {
  const { draft } = row;
  const judged = targetOf(draft, known);
  if (!judged.ok) return { ...row, fate: refused(judged.error) };
  const target = judged.value;
  const before = known.held.byNip.get(draft.nip);
  const next = { ...row, draft: { ...draft, target } };
  if (!before) return { ...next, fate: { kind: 'baru' } };
  const holds = isHeld(before, draft.role, target.appointment.scope);
  const pairs = [
    [columns.name.label, before.displayName, target.displayName],
    [columns.role.label, holds ? draft.role : '', draft.role],
  ] as const;
  return { ...next, fate: compared(pairs) };
}

function targetOf(draft: AccountDraft, known: KnownAccounts): Result<WantedAccount, RowProblem> {
  const { nip, name } = draft;
  const person = known.people.get(nip);
  if (!person) {
    return fail({ kind: 'tidak_ada', label: columns.nip.label, text: nip, source: 'data ASN' });
  }
  // Else a NIP that is wrong by one row gives somebody another one's account.
  if (name !== undefined && !comparedName(name).includes(comparedName(person.nama))) {
    return fail({ kind: 'nama_lain', text: name, known: person.nama });
  }
  const before = known.held.byNip.get(nip);
  const { by } = known.place;
  // Over the network nobody appoints himself or herself, nor for days that are over.
  if (by !== null && before?.id === by) return fail({ kind: 'akun_sendiri' });
  if (by !== null && draft.validFrom !== undefined && draft.validFrom < known.today) {
    return fail({ kind: 'lewat', label: columns.validFrom.label });
  }
  // Its PCs know an account by its name.
  if (before && draft.username !== undefined && draft.username !== before.username) {
    return fail({ kind: 'akun_lain', text: before.username });
  }
  const username = before?.username ?? draft.username ?? nip;
  const owner = known.held.byUsername.get(username);
  if (owner && owner.nip !== nip) {
    return fail({ kind: 'milik_lain', label: columns.username.label, text: username });
  }
  const scope = scopeOf(draft, person, known);
  if (!scope.ok) return scope;
  const displayName = name ?? before?.displayName ?? fullName(person);
  const { role, letter, validFrom = known.today, validUntil } = draft;
  if (validUntil !== null && validUntil < known.today) {
    return fail({ kind: 'lewat', label: columns.validUntil.label });
  }
  const appointment = { role, scope: scope.value, letter, validFrom, validUntil };
  return succeed({ nip, username, displayName, appointment });
}

function scopeOf(
  { role, opd }: AccountDraft,
  person: Employee,
  { place, opd: codes, opdNames }: KnownAccounts,
): Result<Scope, RowProblem> {
  if (role === 'asn') return succeed({ kind: 'employee', id: person.id });
  const isNamed = opd.id !== undefined || opd.name !== undefined;
  if (role === 'approver' || role === 'helpdesk' || !isNamed) {
    return succeed({ kind: 'instansi', id: place.instansiId });
  }
  const found =
    opd.id === undefined
      ? findByName(opdNames, opd.name!, columns.opdName.label, 'data OPD')
      : findByCode(codes, opd.id, columns.opdId.label, 'data OPD');
  return found.ok ? succeed({ kind: 'opd', id: found.value }) : found;
}

async function writeAccounts(
  tx: Tx,
  place: ImportPlace,
  rows: readonly JudgedRow<JudgedAccount>[],
  { held }: KnownAccounts,
): Promise<void> {
  const wanted = rows.flatMap(({ draft, fate }) =>
    draft.target && (fate.kind === 'baru' || fate.kind === 'berubah') ? [draft.target] : [],
  );
  await writeWanted(tx, wanted, held, place);
}
