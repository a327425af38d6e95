import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endAppointment } from '#server/accounts/appointments.ts';
import { takeDecision } from '#server/commands/take-decision.ts';
import { openDocumentStore } from '#server/documents/document-store.ts';
import { openEpoch } from '#server/epoch/epochs.ts';
import { anchorDaily, knownAnchors, verifyAnchors } from '#server/integrity/anchors.ts';
import { sealHeads } from '#server/integrity/chain-seals.ts';
import { canonicalJson } from '#server/store/canonical-json.ts';
import { inTransaction } from '#server/store/database.ts';
import { writeAudit } from '#server/store/audit.ts';
import type { Account } from '#shared/workflow/authority/account.ts';
import { addOrganisation, addUsul, addVerifikator, makeRefusal } from '#tests/support/builders.ts';
import { makeTestDatabase, tamper, type TestDatabase } from '#tests/support/database.ts';
import { saidAfter as saidAfterIn, type Copy } from '#tests/support/tampered-copy.ts';

const now = () => new Date();
let database: TestDatabase;
let folder: string;
let file: string;
let account: Account;

/** Four decisions that were sealed and anchored, and one that was only sealed. */
beforeAll(async () => {
  database = await makeTestDatabase();
  const { db } = database;
  folder = await mkdtemp(path.join(tmpdir(), 'meja-jangkar-'));
  file = path.join(folder, 'anchors.jsonl');
  const documents = await openDocumentStore(folder);
  await addOrganisation(db);
  account = await addVerifikator(db, 'dinas-a');
  const former = await addVerifikator(db, 'dinas-b');
  await endAppointment(db, former.appointmentId, null, new Date());
  await addUsul(db, documents, 'dinas-a');
  const decide = async () => {
    const payload = makeRefusal(await addUsul(db, documents, 'dinas-a'));
    const taken = await takeDecision(db, { account, payload, receivedAt: new Date() });
    if (!taken.ok) throw new Error(taken.error.reason.kind);
  };
  for (let made = 0; made < 4; made += 1) await decide();
  await sealHeads(db);
  await anchorDaily({ db, file, now, settleMs: 20 });
  await decide();
  await sealHeads(db);
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const saidAfter = (attack: (copy: Copy) => Promise<unknown>) => saidAfterIn(database, file, attack);

/** Changes a decision and writes the whole chain behind it anew, as a server hashed links of the first form. */
async function rewriteChain({ url, db }: Copy, from = 2): Promise<void> {
  const rows = await db.selectFrom('decision').selectAll().orderBy('chain_seq').execute();
  let prevHash = rows[0]!.prev_hash;
  for (const row of rows) {
    const { id, instansi_id: instansiId, chain_seq: chainSeq } = row;
    const payload = chainSeq >= from ? { ...row.payload, note: 'Diganti.' } : row.payload;
    const { hash } = await db
      .selectFrom('decision')
      .select('hash')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const receivedAt = row.received_at.toISOString();
    const content = {
      instansiId,
      accountId: row.account_id,
      receivedAt,
      payload,
      chainSeq,
      prevHash,
    };
    const fresh =
      chainSeq < from ? hash : createHash('sha256').update(canonicalJson(content)).digest('hex');
    await tamper(
      url,
      `UPDATE decision SET payload = '${JSON.stringify(payload).replaceAll("'", "''")}',
         prev_hash = '${prevHash}', hash = '${fresh}' WHERE id = '${id}';
       UPDATE usul_event SET note = '${payload.note}'
         WHERE usul_id = '${payload.usulId}' AND action = '${payload.outcome}';
       UPDATE chain_head SET hash = '${fresh}' WHERE instansi_id = '${instansiId}'`,
    );
    if (chainSeq >= from) {
      await tamper(
        url,
        `UPDATE decision SET link_format = 1, device_id = NULL, session_id = NULL, app_version = NULL,
           decided_at = NULL, appointment_id = NULL WHERE id = '${id}'`,
      );
    }
    prevHash = fresh;
  }
}

test('nothing is said of a database that only the server wrote', async () => {
  const { db } = database;
  expect(await sealHeads(db)).toEqual([]);
  // One a day.
  expect(await anchorDaily({ db, file, now, settleMs: 20 })).toBe(false);
  const said = await saidAfter(() => Promise.resolve());
  expect(said).toBe(
    'Kabupaten Contoh: rantai keputusan utuh (5 keputusan).\n' +
      'Kementerian Contoh: rantai keputusan utuh (0 keputusan).\n1 jangkar diperiksa.',
  );
});

test('an anchor waits for whoever is still writing, and takes in what he wrote', async () => {
  const own = await makeTestDatabase();
  const ports = { db: own.db, file: path.join(folder, 'tunggu.jsonl'), now, settleMs: 20 };
  let writes = 0;
  const entry = { accountId: null, deviceId: null, action: 'masuk_gagal', details: {} } as const;
  const anchoring = await inTransaction(own.db, async (tx) => {
    await writeAudit(tx, entry);
    // A later row is there at once.
    await writeAudit(own.db, entry);
    const begun = anchorDaily(ports);
    await expect.poll(() => (writes += 1)).toBeGreaterThan(4);
    return { begun };
  });
  expect(await anchoring.begun).toBe(true);
  const { anchors } = await knownAnchors(ports);
  expect(await verifyAnchors(own.db, anchors, now())).toEqual([]);
  expect(anchors[0]?.stretches).toMatchObject([{ table: 'audit', from: 0, to: 2 }]);
  await own.drop();
});

describe('whoever owns the database is seen', () => {
  test('who writes the whole chain anew, or its last link alone', async () => {
    const said = await saidAfter((copy) => rewriteChain(copy));
    expect(said).toContain('Kabupaten Contoh: rantai keputusan utuh (5 keputusan).');
    expect(said).toContain('kab-a: rantai bukan lagi yang disegel.');
    expect(said).toContain('kab-a: tidak lagi seperti pada jangkar');
    expect(said).toContain('! Ada yang diubah');
    expect(await saidAfter((copy) => rewriteChain(copy, 5))).toContain('bukan lagi yang disegel');
  });

  test('who does so and takes the seal away, makes one, or moves one', async () => {
    const without = await saidAfter(async (copy) => {
      await rewriteChain(copy);
      await tamper(copy.url, 'DELETE FROM chain_seal');
      // A server that starts then does not seal it anew.
      const { sealed } = await knownAnchors({ db: copy.db, file });
      expect(await sealHeads(copy.db, sealed)).toEqual([{ instansiId: 'kab-a', kind: 'hilang' }]);
    });
    expect(without).toContain('kab-a: segel rantai hilang.');
    for (const seal of [randomBytes(32).toString('hex'), '']) {
      const forged = await saidAfter(async (copy) => {
        await rewriteChain(copy);
        await tamper(
          copy.url,
          `UPDATE chain_seal SET seal = '${seal}', hash = (SELECT hash FROM chain_head WHERE seq = 5)`,
        );
        expect(await sealHeads(copy.db)).toEqual([]);
      });
      expect(forged).toContain('kab-a: segel rantai bukan buatan server ini.');
    }
    const moved = await saidAfter(({ url }) =>
      tamper(url, "UPDATE chain_seal SET instansi_id = 'kem-z'"),
    );
    expect(moved).toContain('kem-z: segel rantai bukan buatan server ini.');
  });

  test('a server goes on after such a thing, and does not put its seal to it', async () => {
    const said = await saidAfter(async (copy) => {
      await rewriteChain(copy);
      await tamper(copy.url, "UPDATE chain_head SET hash = repeat('e', 64)");
      expect(await sealHeads(copy.db)).toEqual([{ instansiId: 'kab-a', kind: 'berubah' }]);
    });
    expect(said).toContain('bukan lagi yang disegel');
  });

  test.each([
    [
      'moves an usul',
      `UPDATE usul SET keadaan = 'selesai', stage = NULL, result = 'disetujui' WHERE keadaan = 'menunggu'`,
      'kedudukan usul tidak sesuai',
    ],
    ['raises a revision', 'UPDATE usul SET revision = 2', 'kedudukan usul tidak sesuai'],
    [
      'takes the last decisions away with all that belongs to them',
      `DELETE FROM usul_event WHERE id > 5 AND action <> 'ajukan'; DELETE FROM audit;
       DELETE FROM decision WHERE chain_seq > 1; DELETE FROM chain_seal;
       UPDATE chain_head SET (seq, hash) = (SELECT chain_seq, hash FROM decision);
       UPDATE usul SET keadaan = 'menunggu', stage = 'verifikasi', result = NULL
         WHERE id NOT IN (SELECT usul_id FROM decision)`,
      'tidak lagi seperti pada jangkar',
    ],
    ['takes events away', `DELETE FROM usul_event WHERE action = 'tolak'`, 'tidak ada di riwayat'],
    [
      'writes another reason into the history',
      `UPDATE usul_event SET reasons = '{DOK_BEDA}' WHERE action = 'tolak'`,
      'tidak ada di riwayat',
    ],
    [
      'writes other words of the ASN into the history',
      `UPDATE usul_event SET note = 'Lain.' WHERE action = 'ajukan'`,
      'usul_event: tidak lagi seperti',
    ],
    [
      'writes a decision into the history that nobody made',
      `INSERT INTO usul_event (home_id, usul_id, at, revision, actor_name, actor_role, action, reasons, note)
         SELECT home_id, id, now(), 1, 'Petugas', 'verifikator', 'teruskan', '{}', '' FROM usul
         WHERE keadaan = 'menunggu';
       UPDATE usul SET stage = 'persetujuan' WHERE keadaan = 'menunggu'`,
      'keputusan yang tidak ada di rantai',
    ],
    ['takes the audit away', 'DELETE FROM audit', 'keputusan tidak ada di catatan audit'],
    [
      'puts another name into the audit',
      `UPDATE audit SET account_id = NULL`,
      'catatan audit memuat keputusan yang tidak ada di rantai',
    ],
    [
      'writes a decision into the audit',
      `INSERT INTO audit (account_id, action, details)
         SELECT id, 'keputusan', '{"decisionId":"x","chainSeq":9}' FROM account`,
      'catatan audit memuat keputusan yang tidak ada',
    ],
    [
      'gives an account another number',
      `UPDATE account SET nip = username`,
      'akun diubah tanpa catatan',
    ],
    [
      'gives it another one from the beginning',
      `UPDATE account SET nip = username; UPDATE account_change SET nip = username`,
      'account_change: tidak lagi seperti',
    ],
    [
      'gives an appointment another role',
      `UPDATE appointment SET role = 'approver', scope_kind = 'instansi', scope_id = 'kab-a'`,
      'penunjukan diubah tanpa catatan',
    ],
    [
      'gives it another role and notes it as a change',
      `UPDATE appointment SET role = 'approver', scope_kind = 'instansi', scope_id = 'kab-a';
       INSERT INTO appointment_change (appointment_id, account_id, role, scope_kind, scope_id, valid_from)
         SELECT id, account_id, role, scope_kind, scope_id, valid_from FROM appointment`,
      'penunjukan diubah tanpa catatan',
    ],
    [
      'gives it another role from the beginning',
      `UPDATE appointment SET role = 'monitor'; UPDATE appointment_change SET role = 'monitor'`,
      'appointment_change: tidak lagi seperti',
    ],
    [
      'gives an account another appointment',
      `INSERT INTO appointment (id, account_id, role, scope_kind, scope_id, valid_from)
         SELECT gen_random_uuid(), id, 'approver', 'instansi', 'kab-a', '2026-01-01' FROM account;
       INSERT INTO appointment_change (appointment_id, account_id, role, scope_kind, scope_id, valid_from)
         SELECT id, account_id, role, scope_kind, scope_id, valid_from FROM appointment WHERE role = 'approver'`,
      'penunjukan tidak ada di catatan audit',
    ],
    [
      'lets an appointment that has ended stand again',
      `UPDATE appointment SET ended_at = NULL WHERE ended_at IS NOT NULL`,
      'penunjukan diubah tanpa catatan',
    ],
  ])('who %s', async (_title, statements, sentence) => {
    const said = await saidAfter(({ url }) => tamper(url, statements));
    expect(said).toContain(sentence);
    expect(said).toContain('! Ada yang diubah');
  });

  test('after a backup was put back only what stands since then is asked for', async () => {
    const said = await saidAfter(({ db }) =>
      openEpoch(db, { reason: 'dinyatakan', seen: 1, now: new Date() }),
    );
    expect(said).toContain('0 jangkar diperiksa.');
    expect(said).not.toContain('!');
  });
});
