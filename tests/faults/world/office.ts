import { makeUuid } from '#build/demo/random.ts';
import { hashPassword } from '#server/accounts/passwords.ts';
import type { DocumentStore } from '#server/documents/document-store.ts';
import { insertAccounts } from '#server/accounts/accounts.ts';
import type { Db } from '#server/store/database.ts';
import { recordDocuments } from '#server/documents/document-rows.ts';
import { insertEmployees, insertOrganisation } from '#server/accounts/organisation.ts';
import { submitUsul, type NewUsul } from '#server/commands/submissions.ts';
import { actOnUsul } from '#server/commands/usul-actions.ts';
import { readUsulByIds } from '#server/usul/usul-reader.ts';
import {
  appoint,
  makeEmployee,
  makeNewUsul,
  makePdf,
  testPassword,
} from '#tests/support/builders.ts';

/** The office of one seed: an OPD of its own, its verifikator, and usul that wait for him or her. */
export interface Office {
  readonly opdId: string;
  readonly username: string;
  readonly password: string;
  readonly usulIds: readonly string[];
}

const instansiId = 'kab-a';
let passwordHash: Promise<string> | undefined;

/** The regency to which the offices of a run belong. */
export async function addRegency(db: Db): Promise<void> {
  await insertOrganisation(db, {
    kanreg: [{ id: 'kr-1', name: 'Kanreg Contoh 1' }],
    instansi: [{ id: instansiId, name: 'Kabupaten Contoh', kind: 'daerah', kanreg_id: 'kr-1' }],
    opd: [],
    unor: [],
  });
}

/** Adds the office of a seed, with so many usul of one small PDF each. */
export async function addOffice(
  db: Db,
  documents: DocumentStore,
  seed: number,
  usulCount: number,
): Promise<Office> {
  const opdId = `dinas-${seed}`;
  const username = `verifikator-${seed}`;
  await insertOrganisation(db, {
    kanreg: [],
    instansi: [],
    opd: [{ id: opdId, instansi_id: instansiId, parent_id: null, name: `Dinas Contoh ${seed}` }],
    unor: [{ id: `unor-${opdId}`, opd_id: opdId, name: `Unor ${opdId}` }],
  });
  const nip = `19801301${String(seed).padStart(10, '0')}`;
  await insertEmployees(db, [{ opdId, data: { ...makeEmployee(opdId, 0), nip } }]);
  passwordHash ??= hashPassword(testPassword);
  const id = makeUuid('faults-account', seed);
  await insertAccounts(db, [
    {
      id,
      username,
      nip: null,
      displayName: `Petugas ${seed}`,
      passwordHash: await passwordHash,
    },
  ]);
  await appoint(db, { id }, 'verifikator', { kind: 'opd', id: opdId }, { id });
  const usul = await Promise.all(
    Array.from({ length: usulCount }, (_, n) => planUsul(documents, opdId, seed, n)),
  );
  await recordDocuments(
    db,
    usul.map(({ put }) => put),
  );
  await submitUsul(
    db,
    usul.map(({ one }) => one),
  );
  return { opdId, username, password: testPassword, usulIds: usul.map(({ one }) => one.id) };
}

async function planUsul(
  documents: DocumentStore,
  opdId: string,
  seed: number,
  n: number,
): Promise<{ readonly put: { readonly sha256: string; readonly size: number }; one: NewUsul }> {
  const put = await documents.put(makePdf(`seed ${seed} usul ${n}`));
  if (!put.ok) throw new Error(`The document was refused: ${put.error.kind}`);
  const uploads = [{ documentId: '872', fileName: 'sk.pdf', sha256: put.value.sha256 }];
  const one = makeNewUsul(opdId, { id: makeUuid('faults-usul', seed, n), documents: uploads });
  return { put: put.value, one };
}

/** Usul of an office with which the ASN may do that now. */
export async function findForAsn(
  db: Db,
  opdId: string,
  action: AsnAction,
): Promise<readonly string[]> {
  const states =
    action === 'tarik' ? (['menunggu', 'perbaikan'] as const) : (['perbaikan'] as const);
  const rows = await db
    .selectFrom('usul')
    .select('id')
    .where('opd_id', '=', opdId)
    .where('keadaan', 'in', states)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** What the ASN does: takes an usul back, or sends it again corrected. */
export type AsnAction = 'tarik' | 'ajukan_ulang';

/** Does it; false when the workflow does not allow it any more. */
export async function actAsAsn(db: Db, usulId: string, action: AsnAction): Promise<boolean> {
  const [usul] = await readUsulByIds(db, [usulId]);
  if (!usul) throw new Error(`No usul ${usulId}`);
  const { values, oldValues, documents, revision } = usul;
  const done = await actOnUsul(db, {
    usulId,
    action,
    actor: {
      role: 'asn',
      scope: { kind: 'employee', id: usul.employee.id },
      name: usul.employee.nama,
    },
    judged: { revision, version: usul.version },
    reasons: [],
    note: '',
    content: { values, oldValues, asnNote: 'Sudah diperbaiki.', documents },
    now: new Date(),
  });
  return done.ok;
}
