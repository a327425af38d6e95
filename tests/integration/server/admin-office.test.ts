import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { writeAudits, type AuditEntry } from '#server/store/audit.ts';
import { auditPageSchema, auditPieceSchema } from '#shared/contract/admin/audit.ts';
import { devicesPageSchema } from '#shared/contract/admin/devices.ts';
import { heldDecisionsSchema, heldOutcomeSchema } from '#shared/contract/admin/handovers.ts';
import { adminOverviewSchema } from '#shared/contract/admin/overview.ts';
import { managedScheduleSchema } from '#shared/contract/admin/schedule.ts';
import { addDays } from '#shared/kernel/local-date.ts';
import type { AppointedAccount } from '#shared/workflow/authority/account.ts';
import { runServerCommand } from '#tests/support/server-cli.ts';
import { addHeld, addWaitingDevice } from '#tests/support/admin-calls.ts';
import { giveAs, kabA, kemZ, postAs, readAs, today, told } from '#tests/support/admin-desk.ts';
import {
  addAccount,
  addOrganisation,
  addUsul,
  addVerifikator,
  appoint,
  currentUsul,
} from '#tests/support/builders.ts';
import {
  signIn,
  startTestServer,
  type TestClient,
  type TestServer,
} from '#tests/support/server.ts';

// PCs, what arrived late and the schedule of `kab-a`, by its admin and by others; on one server.

let server: TestServer;
let admin: TestClient;
let foreign: TestClient;
let central: TestClient;
let verifikator: AppointedAccount;
beforeAll(async () => {
  server = await startTestServer();
  await addOrganisation(server.db);
  verifikator = await addVerifikator(server.db, 'dinas-a');
  await addAccount(server.db, 'admin-a', 'admin', kabA);
  await addAccount(server.db, 'admin-z', 'admin', kemZ);
  await addAccount(server.db, 'admin-bkn', 'admin', { kind: 'bkn_pusat' });
  admin = await signIn(server, 'admin-a');
  foreign = await signIn(server, 'admin-z');
  central = await signIn(server, 'admin-bkn');
});
afterAll(() => server.stop());

const read = <S extends z.ZodType>(path: string, schema: S, by: TestClient = admin) =>
  readAs(by, path, schema);

const ruleDevice = async (deviceId: string, ruling: string, by: TestClient = admin) =>
  told(await postAs(by, 'devices/ruling', { deviceId, ruling }));

const statesOf = async (deviceId: string) =>
  (await read('devices?search=', devicesPageSchema)).rows
    .filter((row) => row.deviceId === deviceId)
    .map(({ username, state }) => `${username} ${state}`);

const ruleHeld = async (id: string, ruling: string, by: TestClient = admin) => {
  const answer = await postAs(by, 'handovers/ruling', { id, ruling });
  return answer.ok ? heldOutcomeSchema.parse(await answer.json()).result : told(answer);
};

const keep = (body: object, by: TestClient = admin) => postAs(by, 'schedule', body);

describe('PCs', () => {
  test('that wait come first, and are ruled on for the own accounts alone', async () => {
    const other = await addAccount(server.db, 'orang-z', 'verifikator', kemZ);
    const deviceId = await addWaitingDevice(server.db, verifikator.id);
    await addWaitingDevice(server.db, other.id, deviceId);
    const { rows } = await read('devices', devicesPageSchema);
    expect([rows[0]?.deviceId, rows[0]?.state]).toEqual([deviceId, 'menunggu']);
    expect(rows.filter(({ username }) => username === 'orang-z')).toEqual([]);
    expect(await ruleDevice(deviceId, 'setujui')).toBe('done');
    expect(await ruleDevice(deviceId, 'setujui')).toBe('tidak_ditemukan');
    expect(await statesOf(deviceId)).toEqual(['verifikator-dinas-a berlaku']);
    const left = await server.db
      .selectFrom('enrolment')
      .select('state')
      .where('account_id', '=', other.id)
      .execute();
    expect(left).toEqual([{ state: 'menunggu' }]);
    // Of a PC that another instansi uses as well nobody of the two takes it away from the other.
    expect(await ruleDevice(deviceId, 'cabut')).toMatch(/di luar instansi/);
  });

  test('that are revoked are so at once; nobody cuts off the branch he or she sits on', async () => {
    const { username } = await addAccount(server.db, 'pc-hilang', 'monitor', kabA);
    const lost = await signIn(server, username);
    expect(await ruleDevice(lost.deviceId, 'cabut', foreign)).toBe('tidak_ditemukan');
    expect(await ruleDevice(randomUUID(), 'cabut')).toBe('tidak_ditemukan');
    expect(await ruleDevice(admin.deviceId, 'cabut')).toMatch(/sedang Anda pakai/);
    expect(await ruleDevice(lost.deviceId, 'cabut')).toBe('done');
    expect((await lost.fetch('/api/v1/session')).status).toBe(403);
  });
});

describe('what arrived late', () => {
  test('is shown with what it says, and released once, of two who rule at once', async () => {
    const usul = await addUsul(server.db, server.documents, 'dinas-a');
    const id = await addHeld(server.db, verifikator.id, usul);
    const { rows } = await read('handovers', heldDecisionsSchema);
    expect(rows.find((row) => row.id === id)).toMatchObject({
      username: 'verifikator-dinas-a',
      outcome: 'tolak',
      usul: { employeeName: 'Contoh dinas-a' },
    });
    expect((await read('handovers', heldDecisionsSchema, foreign)).rows).toEqual([]);
    expect(await ruleHeld(id, 'lepas', foreign)).toBe('tidak_ditemukan');
    const both = await Promise.all([ruleHeld(id, 'tolak'), ruleHeld(id, 'tolak')]);
    expect(both.toSorted()).toEqual(['ditolak', 'tidak_ditemukan']);
    expect(await currentUsul(server.db, usul.id)).toEqual(usul);
  });

  test('is nobody’s own to release, nor that of an usul of another instansi', async () => {
    const usul = await addUsul(server.db, server.documents, 'dinas-a');
    const mine = await addHeld(server.db, admin.account.id, usul);
    expect(await ruleHeld(mine, 'lepas')).toMatch(/sendiri/);
    const theirs = await addUsul(server.db, server.documents, 'setjen-z');
    const id = await addHeld(server.db, verifikator.id, theirs);
    expect(await ruleHeld(id, 'lepas')).toBe('tidak_ditemukan');
    expect((await read('handovers', heldDecisionsSchema)).rows.map((row) => row.id)).not.toContain(
      id,
    );
  });
});

describe('the schedule', () => {
  const span = { from: '2026-12-01', until: '2026-12-31' };
  const period = {
    id: 'des-2026',
    name: 'Pemutakhiran Desember',
    legalBasis: 'SE 1/2026',
    stages: { persiapan: span, unggah: span, verifikasi: span, validasi: span, persetujuan: span },
    cutOffDay: null,
    closedOn: null,
  };

  test('is kept piece by piece; what is not named stays', async () => {
    const policy = {
      days: { verifikasi: 5, validasi: 7, persetujuan: 3, perbaikan: 14 },
      count: 'kerja',
      workDays: [1, 2, 3, 4, 5, 6],
      berlakuMulai: '2026-01-01',
    };
    expect(await told(await keep({ period }))).toBe('done');
    expect(await told(await keep({ policy, timeZone: 'WITA' }))).toBe('done');
    const holidays = [
      { day: '2026-12-25', name: 'Natal' },
      { day: '2027-01-01', name: 'Tahun Baru' },
    ];
    expect(await told(await keep({ holidays }))).toBe('done');
    expect(await told(await keep({ withoutHolidays: ['2027-01-01'] }))).toBe('done');
    expect(await read('schedule', managedScheduleSchema)).toMatchObject({
      timeZone: 'WITA',
      policy,
      periods: [period],
      holidays: [{ day: '2026-12-25', name: 'Natal' }],
    });
    expect(await read('schedule', managedScheduleSchema, foreign)).toMatchObject({
      timeZone: 'WIB',
      periods: [],
      holidays: [],
    });
  });

  test('refuses what is none, and is none of BKN’s admin', async () => {
    const wrong = { ...period.stages, unggah: { from: '2026-12-31', until: '2026-12-01' } };
    expect(await told(await keep({ period: { ...period, stages: wrong } }))).toMatch(/stages/);
    expect(await told(await keep({ timeZone: 'UTC' }))).toMatch(/timeZone/);
    expect(await told(await keep({ period: { ...period, name: 'a\u0000' } }))).toMatch(/period/);
    const many = Array.from({ length: 367 }, () => ({ day: '2026-12-25', name: 'x' }));
    expect(await told(await keep({ holidays: many }))).toMatch(/holidays/);
    expect(await told(await keep({ period }, central))).toMatch(/satu instansi/);
    expect((await keep({ name: 'x'.repeat(300_000) })).status).toBe(413);
  });
});

describe('what an admin sees first', () => {
  let before: z.output<typeof adminOverviewSchema>;
  beforeEach(async () => {
    before = await read('overview', adminOverviewSchema);
  });

  test('counts what is there, and names the OPD that nobody verifies', async () => {
    expect(before).toMatchObject({ setup: { opd: 3, unor: 3, asn: 3 }, hasApprover: false });
    expect(before.withoutVerifikator).toEqual(['Dinas Contoh B']);
    await appoint(server.db, verifikator, 'verifikator', { kind: 'opd', id: 'dinas-b' });
    await appoint(server.db, verifikator, 'approver', kabA);
    const after = await read('overview', adminOverviewSchema);
    expect(after.withoutVerifikator).toEqual([]);
    expect([after.hasApprover, after.appointments]).toEqual([true, before.appointments + 2]);
    expect((await read('overview', adminOverviewSchema, central)).setup).toBeNull();
  });
});

describe('the audit', () => {
  test('names who did what to whom, from where and under which appointment', async () => {
    const { id: accountId } = await addAccount(server.db, 'tercatat', 'helpdesk', kabA);
    expect(await told(await giveAs(admin, accountId, ['monitor', kabA]))).toBe('done');
    const { rows } = await read('audit?action=penunjukan_diberikan', auditPageSchema);
    expect(rows[0]).toMatchObject({
      action: 'penunjukan_diberikan',
      by: { username: admin.account.username },
      about: { username: 'tercatat' },
      deviceName: 'PC Uji',
      deviceId: admin.deviceId,
      appointmentId: admin.account.appointmentId,
    });
    const [mine] = (await read(`audit?who=${admin.account.username}`, auditPageSchema)).rows;
    expect(mine?.by?.username).toBe(admin.account.username);
    const day = today();
    expect((await read(`audit?until=${addDays(day, -1)}`, auditPageSchema)).rows).toEqual([]);
    expect((await read(`audit?from=${day}&until=${day}`, auditPageSchema)).rows).not.toEqual([]);
  });

  test('goes on page after page, nothing twice, and shows nothing of others', async () => {
    const entry: AuditEntry = {
      accountId: admin.account.id,
      deviceId: null,
      action: 'keluar',
      details: {},
    };
    await writeAudits(
      server.db,
      Array.from({ length: 100 }, () => entry),
    );
    const seen: string[] = [];
    let path = 'audit';
    for (;;) {
      const { rows, next } = await read(path, auditPageSchema);
      seen.push(...rows.map(({ id }) => id));
      expect(rows.filter(({ by }) => by?.username === 'admin-z')).toEqual([]);
      if (next === null) break;
      path = `audit?after=${encodeURIComponent(next)}`;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(100);
    const theirs = await read('audit', auditPageSchema, foreign);
    expect(theirs.rows.filter(({ by }) => by?.username === admin.account.username)).toEqual([]);
  });

  test.each(['accounts', 'appointments', 'devices', 'audit'])(
    'a key of a page of %s that nobody gave is no fault of the server',
    async (list) => {
      const keys = ['x', '%00', 'W10', Buffer.from('["\\u0000"]').toString('base64url')];
      const numbers = Buffer.from('["1e9","x","y","z",""]').toString('base64url');
      for (const key of [...keys, numbers, 'A'.repeat(601)]) {
        const answer = await admin.fetch(`/api/v1/admin/${list}?after=${key}`);
        expect([key, answer.status]).toEqual([key, 400]);
      }
      const odd = encodeURIComponent(String.raw`%_\ '; DROP TABLE audit; --`);
      const asked = list === 'audit' ? 'who' : 'search';
      const answer = await admin.fetch(`/api/v1/admin/${list}?${asked}=${odd}`);
      expect([answer.status, await answer.json()]).toEqual([200, { rows: [], next: null }]);
    },
  );

  test('is exported as it is asked for, piece after piece; nothing in it is obeyed, and nothing past the audit', async () => {
    const nasty = [
      '=HYPERLINK("http://x","klik")',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '; "kutip"\r\n=2+5',
      '\u0000=1',
    ];
    for (const [at, displayName] of nasty.entries()) {
      const { id: accountId } = await addAccount(server.db, `ekspor-${at}`, 'helpdesk', kabA);
      await server.db
        .updateTable('account')
        .set({ display_name: displayName.replaceAll('\u0000', '\u0001') })
        .where('id', '=', accountId)
        .execute();
      const row: AuditEntry = { accountId, deviceId: null, action: 'keluar', details: {} };
      await writeAudits(server.db, [row]);
    }
    const day = today();
    const answer = await postAs(admin, 'audit/export', { who: 'ekspor-', from: day, until: day });
    const piece = auditPieceSchema.parse(await answer.json());
    expect(piece).toMatchObject({ rows: nasty.length, next: null });
    expect(piece.text.startsWith('\ufeffwaktu;nama_pengguna;')).toBe(true);
    const cells = [...piece.text.matchAll(/("(?:[^"]|"")*"|[^;\r\n"]*)(?:;|\r\n)/gu)].map(
      ([, cell]) => cell!.replaceAll(/^"|"$/gu, ''),
    );
    expect(cells).toHaveLength(10 * (nasty.length + 1));
    for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+\-@]/u);
    // Whoever begins in the middle is written down as well; foreign filters find nothing.
    const middle = Buffer.from('["1"]').toString('base64url');
    await postAs(admin, 'audit/export', { after: middle });
    expect((await postAs(admin, 'audit/export', { after: 'bukan' })).status).toBe(400);
    expect((await postAs(admin, 'audit/export', { who: 'x'.repeat(101) })).status).toBe(400);
    const entries = await server.db
      .selectFrom('audit')
      .select(['account_id', 'details'])
      .where('action', '=', 'jejak_diekspor')
      .orderBy('id')
      .execute();
    expect(entries).toMatchObject([
      {
        account_id: admin.account.id,
        details: { baris: nasty.length, dicari: true, lanjutan: false },
      },
      { account_id: admin.account.id, details: { baris: 0, lanjutan: true } },
    ]);
    expect(JSON.stringify(entries)).not.toContain('ekspor-');
    const theirs = await postAs(foreign, 'audit/export', { who: 'ekspor-' });
    expect(auditPieceSchema.parse(await theirs.json()).rows).toBe(0);
  });

  test('what the admin did can be verified with the rest of the database', async () => {
    const { text } = await runServerCommand(server, ['verify-chain']);
    expect(text).not.toMatch(/penunjukan tidak ada/);
  });
});
