import { randomUUID } from 'node:crypto';
import { v7 as makeUuidV7 } from 'uuid';
import { hashPassword } from '#server/accounts/passwords.ts';
import type { DocumentStore } from '#server/documents/document-store.ts';
import { insertAccounts } from '#server/accounts/accounts.ts';
import { findAppointment, insertAppointments } from '#server/accounts/appointments.ts';
import type { NewAppointment } from '#server/accounts/appointments.ts';
import type { Db } from '#server/store/database.ts';
import { recordDocuments } from '#server/documents/document-rows.ts';
import { insertEmployees, insertOrganisation } from '#server/accounts/organisation.ts';
import { submitUsul, type NewUsul, type SubmittedDocument } from '#server/commands/submissions.ts';
import { readUsulByIds } from '#server/usul/usul-reader.ts';
import type { AppointedAccount, Scope } from '#shared/workflow/authority/account.ts';
import type { Role } from '#shared/workflow/authority/roles.ts';
import type { Decision } from '#shared/workflow/decision.ts';
import type { Employee } from '#shared/records/employee.ts';
import { fieldsToJudge } from '#shared/records/judged-fields.ts';
import type { Usul } from '#shared/records/usul.ts';
import { isLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';

/** Password of every account that `addAccount` makes. */
export const testPassword = 'Kata-Sandi-Uji-1';

/** A day of the calendar from its text; throws for a day that does not exist. */
export function day(text: string): LocalDate {
  if (!isLocalDate(text)) throw new Error(`No such day: ${text}`);
  return text;
}

/**
 * Offices of an invented country: instansi `kab-a` (regional, kanreg `kr-1`) with the OPD `dinas-a`, under it `bidang-a`,
 * beside it `dinas-b`; and `kem-z` (central) with `setjen-z`. Each OPD has one unor `unor-<opd>` and one employee
 * `asn-<opd>`.
 */
export async function addOrganisation(db: Db): Promise<void> {
  const opd = [
    { id: 'dinas-a', instansi_id: 'kab-a', parent_id: null, name: 'Dinas Contoh A' },
    { id: 'bidang-a', instansi_id: 'kab-a', parent_id: 'dinas-a', name: 'Bidang Contoh A' },
    { id: 'dinas-b', instansi_id: 'kab-a', parent_id: null, name: 'Dinas Contoh B' },
    { id: 'setjen-z', instansi_id: 'kem-z', parent_id: null, name: 'Setjen Contoh Z' },
  ];
  await insertOrganisation(db, {
    kanreg: [{ id: 'kr-1', name: 'Kanreg Contoh 1' }],
    instansi: [
      { id: 'kab-a', name: 'Kabupaten Contoh', kind: 'daerah', kanreg_id: 'kr-1' },
      { id: 'kem-z', name: 'Kementerian Contoh', kind: 'pusat', kanreg_id: '' },
    ],
    opd,
    unor: opd.map(({ id }) => ({ id: `unor-${id}`, opd_id: id, name: `Unor ${id}` })),
  });
  const employees = opd.map(({ id }, index) => ({ opdId: id, data: makeEmployee(id, index) }));
  await insertEmployees(db, employees);
}

/** An invented employee of an OPD; the NIP cannot be real (birth month 13 is impossible). */
export function makeEmployee(opdId: string, index: number): Employee {
  return {
    id: `asn-${opdId}`,
    kind: 'pns',
    nip: `1980130120050110${String(index).padStart(2, '0')}`,
    nik: '9999990000000001',
    nama: `Contoh ${opdId}`,
    gelarDepan: '',
    gelarBelakang: 'S.Kom.',
    jenisKelamin: 'F',
    tempatLahir: 'Kota Rekaan',
    tanggalLahir: day('1980-01-01'),
    tmtCpns: day('2005-01-01'),
    golonganId: '32',
    jabatan: 'Analis Contoh',
    unorId: `unor-${opdId}`,
    unorNama: `Unor ${opdId}`,
  };
}

/** Adds an account with `testPassword` and its first appointment; answers it as its client would see it. */
export async function addAccount(
  db: Db,
  username: string,
  role: Role,
  scope: Scope,
  nip: string | null = null,
): Promise<AppointedAccount> {
  passwordHash ??= hashPassword(testPassword);
  const id = randomUUID();
  const displayName = `Petugas ${username}`;
  await insertAccounts(db, [{ id, username, nip, displayName, passwordHash: await passwordHash }]);
  return appoint(db, { id }, role, scope, { id });
}

/** Gives an account another appointment, without a letter, for all time unless said otherwise; answers it under that one. */
export async function appoint(
  db: Db,
  { id: accountId }: { readonly id: string },
  role: Role,
  scope: Scope,
  change: Partial<NewAppointment> = {},
): Promise<AppointedAccount> {
  const id = change.id ?? randomUUID();
  const forAllTime = { validFrom: day('2020-01-01'), validUntil: null };
  const by = { letter: null, appointedBy: null };
  await insertAppointments(db, [{ accountId, role, scope, ...forAllTime, ...by, ...change, id }]);
  return (await findAppointment(db, id))!.account;
}

let passwordHash: Promise<string> | undefined;

/** Adds the verifikator of an OPD. */
export async function addVerifikator(db: Db, opdId: string): Promise<AppointedAccount> {
  return addAccount(db, `verifikator-${opdId}`, 'verifikator', { kind: 'opd', id: opdId });
}

/** Puts a small PDF (its own text makes its hash) into the document store; answers it as an upload of an usul. */
export async function addDocument(
  db: Db,
  documents: DocumentStore,
  text: string = randomUUID(),
): Promise<SubmittedDocument> {
  const put = await documents.put(makePdf(text));
  if (!put.ok) throw new Error(`The document was refused: ${put.error.kind}`);
  await recordDocuments(db, [{ ...put.value, pageCount: 1 }]);
  return { documentId: '872', fileName: 'sk.pdf', sha256: put.value.sha256 };
}

/** Bytes of a PDF that shows the text, on one page or so many. */
export function makePdf(text: string, pages = 1): Buffer {
  const content = `BT /F1 18 Tf 72 720 Td (${text.replaceAll(/[()\\]/g, '')}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${Array<string>(pages).fill('3 0 R').join(' ')}] /Count ${pages} >>`,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join('')}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(body + table + trailer, 'latin1');
}

/** A new usul of the employee of an OPD (see `addOrganisation`), not yet submitted. */
export function makeNewUsul(opdId: string, overrides: Partial<NewUsul> = {}): NewUsul {
  return {
    id: randomUUID(),
    opdId,
    unorId: `unor-${opdId}`,
    employeeId: `asn-${opdId}`,
    employeeName: `Contoh ${opdId}`,
    recordType: 'penghargaan',
    kind: 'tambah',
    values: { hargaId: '203', skNomor: '12/K/2024', skDate: '2024-08-17', tahun: '2024' },
    oldValues: null,
    asnNote: '',
    documents: [],
    submittedAt: new Date('2026-11-01T02:00:00.000Z'),
    deadline: day('2026-11-30'),
    ...overrides,
  };
}

/** Submits a new usul with one document and answers it as a client gets it. */
export async function addUsul(
  db: Db,
  documents: DocumentStore,
  opdId: string,
  overrides: Partial<NewUsul> = {},
): Promise<Usul> {
  const uploads = overrides.documents ?? [await addDocument(db, documents)];
  const usul = makeNewUsul(opdId, { ...overrides, documents: uploads });
  await submitUsul(db, [usul]);
  return currentUsul(db, usul.id);
}

/** An usul as it stands now; throws when there is none. */
export async function currentUsul(db: Db, id: string): Promise<Usul> {
  const [usul] = await readUsulByIds(db, [id]);
  if (!usul) throw new Error(`No usul ${id}`);
  return usul;
}

/** A complete decision `teruskan` on an usul as it stands (every field `sesuai`, every page seen). */
export function makeDecision(usul: Usul, overrides: Partial<Decision> = {}): Decision {
  return {
    id: makeUuidV7(),
    usulId: usul.id,
    revision: usul.revision,
    version: usul.version,
    outcome: 'teruskan',
    reasons: [],
    note: '',
    verdicts: fieldsToJudge(usul).map(({ name }) => ({ field: name, verdict: 'sesuai', seen: '' })),
    evidence: usul.documents.map(({ sha256 }) => ({ sha256, pageCount: 1, pagesSeen: [1] })),
    deviceId: '00000000-0000-4000-8000-000000000001',
    appVersion: '0.1.0',
    decidedAt: '2026-11-22T01:00:00.000Z',
    ...overrides,
  };
}

/** A complete decision that refuses an usul. */
export function makeRefusal(usul: Usul, overrides: Partial<Decision> = {}): Decision {
  return makeDecision(usul, {
    outcome: 'tolak',
    reasons: ['DOK_SALAH'],
    verdicts: [],
    evidence: [],
    ...overrides,
  });
}
