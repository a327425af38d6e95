import { sampleValues } from '#tests/support/samples/faultless-usul.ts';
import { makeEmployee } from '#tests/support/builders.ts';
import { runStatement, tamper } from '#tests/support/database.ts';

/** Tables that grow with the country; the others are as long as a list that somebody typed. */
export const growing = [
  'account',
  'activation',
  'appointment',
  'audit',
  'bulk_batch',
  'bulk_command',
  'bulk_item',
  'decision',
  'decision_home',
  'device',
  'device_secret',
  'document',
  'document_home',
  'employee',
  'enrolment',
  'existing_record',
  'feed_counter',
  'feed_entry',
  'feed_step',
  'handover_refusal',
  'handover_waiting',
  'one_time_code',
  'opd',
  'refresh_token',
  'seen_version',
  'session',
  'thread',
  'thread_act',
  'thread_message',
  'thread_read',
  'ticket',
  'unor',
  'usul',
  'usul_assignment',
  'usul_document',
  'usul_event',
  'usul_revision',
] as const;

/** Of so many usul PostgreSQL is told, however few there are: it then plans as it would for them. */
const planned = 200_000;

const quoted = (value: object): string => `'${JSON.stringify(value).replaceAll("'", "''")}'::jsonb`;

/**
 * Fills the offices of `addOrganisation`, and four hundred other instansi, with so many usul and all that comes with them, past the
 * server: most of it lies at `dinas-a`, whose verifikator and approver are given. Of five usul three wait for the verifikator,
 * one for the approver, and one is settled.
 */
export async function fillWithUsul(
  url: string,
  count: number,
  { verifikator, approver }: { readonly verifikator: string; readonly approver: string },
): Promise<void> {
  // A multiple of five, so that usul and their ASN lie in the same OPD.
  const people = Math.ceil(count / 20) * 5;
  await tamper(
    url,
    [
      `DO $$ DECLARE name text; BEGIN
        FOR name IN SELECT oid::regclass FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
        LOOP EXECUTE 'ALTER TABLE ' || name || ' SET (autovacuum_enabled = off)'; END LOOP; END $$`,
      // Ids as zod takes them: version 4.
      `CREATE FUNCTION pg_temp.uid(kind text, i bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
        SELECT overlay(overlay(md5(kind || i) PLACING '4' FROM 13) PLACING '8' FROM 17)::uuid $$`,
      ...offices,
      ...accounts(people),
      ...usuls(count, people, verifikator, approver),
      ...queues(count),
      ...around(count, people, verifikator, approver),
      'ANALYZE',
    ].join(';'),
  );
  if (count < planned) await planAsFor(url, planned / count);
}

/** There are as many offices as there will be. */
const scaled = growing.filter((table) => !['opd', 'unor', 'feed_counter'].includes(table));

/** The planner takes the rows of a table from its pages and from how many rows a page is said to hold. */
async function planAsFor(url: string, times: number): Promise<void> {
  await runStatement(
    url,
    `WITH grows AS (SELECT oid FROM pg_class WHERE relkind = 'r' AND relname ~ '^(${scaled.join('|')})(_p[0-9]+)?$')
      SELECT pg_restore_relation_stats('schemaname', 'public', 'relname', relname::text, 'relpages', relpages,
        'reltuples', (reltuples * ${times})::real)
      FROM pg_class WHERE relnamespace = 'public'::regnamespace AND reltuples > 0 AND (oid IN (SELECT oid FROM grows)
        OR oid IN (SELECT indexrelid FROM pg_index WHERE indrelid IN (SELECT oid FROM grows)))`,
  );
}

const verdicts = Object.keys(sampleValues.penghargaan).map((field) => ({
  field,
  verdict: 'sesuai',
  seen: '',
}));

const offices = [
  `INSERT INTO instansi (id, name, kind, kanreg_id) SELECT 'kab-' || i, 'Kabupaten ' || i, 'daerah', 'kr-1' FROM generate_series(1, 400) AS i`,
  `INSERT INTO opd (id, instansi_id, parent_id, name) SELECT 'opd-' || i, 'kab-' || (i % 400 + 1), NULL, 'Dinas ' || i FROM generate_series(0, 19999) AS i`,
  `INSERT INTO unor (id, opd_id, name) SELECT 'unor-opd-' || i, 'opd-' || i, 'Unor ' || i FROM generate_series(0, 19999) AS i`,
];

/** Four of five people work at `dinas-a`. */
const opdOf = (i: string): string =>
  `CASE WHEN ${i} % 5 < 4 THEN 'dinas-a' ELSE 'opd-' || (${i} / 5 % 20000) END`;
/** Of an usul: below 3 it waits for the verifikator, at 3 for the approver, at 4 it is settled. */
const state = '(i / 5 % 5)';
const nipOf = (i: string): string => `'1980130120051' || lpad((${i})::text, 5, '0')`;

function accounts(people: number): readonly string[] {
  const all = `generate_series(0, ${people - 1}) AS i`;
  const now = `timestamptz '2026-11-01 02:00:00Z' + i * interval '1 second'`;
  return [
    `INSERT INTO employee (id, opd_id, unor_id, nip, data) SELECT 'asn-' || i, ${opdOf('i')}, 'unor-' || ${opdOf('i')}, ${nipOf('i')},
      ${quoted(makeEmployee('dinas-a', 0))} || jsonb_build_object('id', 'asn-' || i, 'nip', ${nipOf('i')}, 'nama', 'Contoh ' || i) FROM ${all}`,
    `INSERT INTO existing_record (employee_id, record_type, id, values) SELECT 'asn-' || i, 'golongan', 'r' || i, ${quoted(sampleValues.golongan)} FROM ${all}`,
    `INSERT INTO account (id, username, nip, display_name, password_hash) SELECT pg_temp.uid('akun', i), 'asn.' || i, ${nipOf('i')}, 'Contoh ' || i, 'x' || i FROM ${all}`,
    `INSERT INTO activation (account_id, waiting_hash) SELECT pg_temp.uid('akun', i), 'x' || i FROM ${all}`,
    `INSERT INTO appointment (id, account_id, role, scope_kind, scope_id, valid_from) SELECT pg_temp.uid('akun', i), pg_temp.uid('akun', i), 'asn', 'employee', 'asn-' || i, '2026-01-01' FROM ${all}`,
    // Some of them decide in the other instansi.
    `INSERT INTO appointment (id, account_id, role, scope_kind, scope_id, valid_from) SELECT pg_temp.uid('verifikator', i), pg_temp.uid('akun', i), 'verifikator', 'opd', 'opd-' || (i % 20000), '2026-01-01' FROM ${all} WHERE i % 2 = 0`,
    `INSERT INTO device (id, name, last_seen_at) SELECT pg_temp.uid('pc', i), 'PC ' || i, ${now} FROM ${all}`,
    `INSERT INTO device_secret (account_id, device_id, secret) SELECT pg_temp.uid('akun', i), pg_temp.uid('pc', i), 'x' FROM ${all}`,
    `INSERT INTO enrolment (account_id, device_id, state, asked_at) SELECT pg_temp.uid('akun', i), pg_temp.uid('pc', i), 'berlaku', ${now} FROM ${all}`,
    `INSERT INTO seen_version (account_id, device_id, version, seen_at) SELECT pg_temp.uid('akun', i), pg_temp.uid('pc', i), '0.2.0', ${now} FROM ${all}`,
    `INSERT INTO session (id, account_id, appointment_id, device_id, created_at, revoked_at) SELECT pg_temp.uid('sesi', i), pg_temp.uid('akun', i), pg_temp.uid('akun', i), pg_temp.uid('pc', i), ${now}, CASE WHEN i % 2 = 0 THEN ${now} END FROM ${all}`,
    `INSERT INTO refresh_token (hash, session_id, expires_at) SELECT md5('token' || i), pg_temp.uid('sesi', i), ${now} + interval '60 days' FROM ${all}`,
    `INSERT INTO one_time_code (account_id, issued_by, code_hash, issued_at, expires_at, used_at) SELECT pg_temp.uid('akun', i), pg_temp.uid('akun', i), repeat('0', 64), ${now}, ${now}, ${now} FROM ${all}`,
  ];
}

function usuls(
  count: number,
  people: number,
  verifikator: string,
  approver: string,
): readonly string[] {
  const all = `generate_series(0, ${count - 1}) AS i`;
  const at = `timestamptz '2026-11-01 02:00:00Z' + i * interval '1 second'`;
  const placed = `${all} JOIN opd ON opd.id = ${opdOf('i')}`;
  const decided = (role: string, by: string, from: number, epoch: string) => [
    `INSERT INTO usul_event (home_id, usul_id, at, revision, actor_name, actor_role, action, reasons, note) SELECT instansi_id, pg_temp.uid('usul', i), ${at} + interval '${epoch}', 1, 'Petugas', '${role}', 'teruskan', '{}', '' FROM ${placed} WHERE ${state} >= ${from}`,
    `INSERT INTO decision (id, instansi_id, chain_seq, usul_id, account_id, appointment_id, payload, prev_hash, hash, received_at, link_format)
      SELECT pg_temp.uid('${role}', i), instansi_id, row_number() OVER (PARTITION BY instansi_id ORDER BY i) + ${from === 3 ? 0 : count}, pg_temp.uid('usul', i), '${by}', '${by}',
        jsonb_build_object('outcome', 'teruskan', 'revision', 1, 'version', ${from === 3 ? 1 : 2}, 'verdicts', ${quoted(verdicts)}),
        '', '', ${at} + interval '${epoch}', 3
      FROM ${placed} WHERE ${state} >= ${from}`,
  ];
  return [
    `INSERT INTO document (sha256, size, media_type, page_count, counted_at) SELECT encode(sha256(i::text::bytea), 'hex'), 1000, 'application/pdf', 1, now() FROM ${all}`,
    `INSERT INTO usul (id, opd_id, unor_id, employee_id, record_type, kind, revision, version, keadaan, stage, result, submitted_at, version_at, deadline, home_id)
      SELECT pg_temp.uid('usul', i), ${opdOf('i')}, 'unor-' || ${opdOf('i')}, 'asn-' || (i % ${people}), 'penghargaan', 'tambah', 1, CASE WHEN ${state} < 3 THEN 1 WHEN ${state} = 3 THEN 2 ELSE 3 END,
        CASE WHEN ${state} < 4 THEN 'menunggu' ELSE 'selesai' END, CASE WHEN ${state} < 3 THEN 'verifikasi' WHEN ${state} = 3 THEN 'persetujuan' END,
        CASE WHEN ${state} = 4 THEN 'disetujui' END, ${at}, ${at}, '2027-06-30', instansi_id FROM ${placed}`,
    `INSERT INTO usul_revision (home_id, usul_id, revision, values, asn_note, submitted_at) SELECT instansi_id, pg_temp.uid('usul', i), 1, ${quoted(sampleValues.penghargaan)}, '', ${at} FROM ${placed}`,
    `INSERT INTO usul_document (home_id, usul_id, revision, ordinal, document_id, file_name, sha256) SELECT instansi_id, pg_temp.uid('usul', i), 1, 0, '892', 'sk.pdf', encode(sha256(i::text::bytea), 'hex') FROM ${placed}`,
    `INSERT INTO document_home (sha256, home_id) SELECT sha256, home_id FROM usul_document`,
    `INSERT INTO usul_event (home_id, usul_id, at, revision, actor_name, actor_role, action, reasons, note) SELECT instansi_id, pg_temp.uid('usul', i), ${at}, 1, 'Contoh', 'asn', 'ajukan', '{}', '' FROM ${placed}`,
    ...decided('verifikator', verifikator, 3, '1 hour'),
    ...decided('approver', approver, 4, '2 hours'),
    `INSERT INTO decision_home (id, instansi_id, usul_id) SELECT id, instansi_id, usul_id FROM decision`,
    `INSERT INTO chain_head (instansi_id, seq, hash) SELECT instansi_id, max(chain_seq), repeat('0', 64) FROM decision GROUP BY instansi_id`,
  ];
}

function queues(count: number): readonly string[] {
  const placed = `generate_series(0, ${count - 1}) AS i JOIN opd ON opd.id = ${opdOf('i')}`;
  const entries = (queue: string, present: string, some: string) =>
    `INSERT INTO feed_entry (queue_key, usul_id, seq, present) SELECT ${queue}, pg_temp.uid('usul', i), row_number() OVER (PARTITION BY ${queue} ORDER BY i), ${present} FROM ${placed} WHERE ${some}`;
  return [
    entries(`'opd:' || opd.id || '/verifikator'`, `${state} < 4`, 'true'),
    entries(`'instansi:' || instansi_id || '/verifikator'`, `${state} < 4`, 'true'),
    entries(`'instansi:' || instansi_id || '/approver'`, `${state} = 3`, `${state} >= 3`),
    `INSERT INTO feed_counter (queue_key, seq, present) SELECT queue_key, max(seq), count(*) FILTER (WHERE present) FROM feed_entry GROUP BY queue_key`,
    `INSERT INTO feed_step (token) SELECT lpad(to_hex(i), 8, '0') FROM generate_series(1, ${count * 2}) AS i`,
  ];
}

function around(
  count: number,
  people: number,
  verifikator: string,
  approver: string,
): readonly string[] {
  const some = `generate_series(0, ${people - 1}) AS i`;
  const at = `timestamptz '2026-11-01 02:00:00Z' + i * interval '1 second'`;
  const message = `INSERT INTO thread_message (id, thread_id, seq, kind, account_id, author_name, author_role, text, received_at, epoch, hash)`;
  return [
    `INSERT INTO audit (realm, account_id, action, details) SELECT CASE WHEN i % 10 = 0 THEN 'instansi:kab-' || (i / 10 % 400 + 1) ELSE 'instansi:kab-a' END, CASE WHEN i % 10 = 0 THEN pg_temp.uid('akun', i % ${people}) ELSE '${verifikator}' END, CASE WHEN i % 2 = 0 THEN 'masuk' ELSE 'keputusan' END,
      CASE WHEN i % 10 = 0 THEN '{}'::jsonb ELSE '{"sebagai": "${verifikator}"}'::jsonb END FROM generate_series(0, ${count * 2 - 1}) AS i`,
    `INSERT INTO usul_assignment (instansi_id, usul_id, stage, appointment_id, at, why, reason, skipped, waiting)
      SELECT instansi_id, pg_temp.uid('usul', i), CASE WHEN ${state} < 3 THEN 'verifikasi' ELSE 'persetujuan' END,
        CASE WHEN i % 400 >= 4 THEN pg_temp.uid('akun', i % ${people}) WHEN ${state} < 3 THEN '${verifikator}' ELSE '${approver}' END::uuid,
        ${at}, 'aturan', '', '[]', true
      FROM generate_series(0, ${count - 1}) AS i JOIN opd ON opd.id = ${opdOf('i')} WHERE ${state} < 4 AND i % 4 = 0`,
    `INSERT INTO thread (id, instansi_id, usul_id, revision, stage, state, asked_at, last_seq) SELECT pg_temp.uid('utas', i), instansi_id, pg_temp.uid('usul', i), 1, 'verifikasi', 'dijawab', ${at}, 2
      FROM ${some} JOIN opd ON opd.id = ${opdOf('i')}`,
    `${message} SELECT pg_temp.uid('tanya', i), pg_temp.uid('utas', i), 1, 'tanya', '${verifikator}', 'Petugas', 'verifikator', 'Apakah benar?', ${at}, 1, repeat('0', 64) FROM ${some}`,
    `${message} SELECT pg_temp.uid('jawab', i), pg_temp.uid('utas', i), 2, 'jawab', '${approver}', 'Petugas', 'approver', 'Ya.', ${at}, 1, repeat('0', 64) FROM ${some}`,
    `INSERT INTO thread_act (id, thread_id, account_id, act, up_to, received_at) SELECT pg_temp.uid('baca', i), pg_temp.uid('utas', i), '${approver}', 'baca', 2, ${at} FROM ${some}`,
    `INSERT INTO thread_read (thread_id, account_id, up_to) SELECT pg_temp.uid('utas', i), '${approver}', 2 FROM ${some}`,
    ...tickets(some, at, message),
    `INSERT INTO bulk_batch (id, instansi_id, account_id, appointment_id, state, made_at) SELECT pg_temp.uid('massal', i), 'kab-a', pg_temp.uid('akun', i), '${approver}', 'disahkan', ${at} FROM ${some}`,
    `INSERT INTO bulk_item (batch_id, usul_id, revision, version, verifikator_id, drawn, fate) SELECT pg_temp.uid('massal', i), pg_temp.uid('usul', i), 1, 1, '${verifikator}', true, 'disetujui' FROM ${some}`,
    `INSERT INTO bulk_command (id, batch_id, account_id, digest, received_at, chain_seq, hash) SELECT pg_temp.uid('massal', i), pg_temp.uid('massal', i), '${approver}', repeat('0', 64), ${at}, 1, '' FROM ${some}`,
    `INSERT INTO handover_waiting (decision_id, account_id, device_id, payload, made_at, sealed_at, ended_at, received_at, ruling, ruled_at) SELECT pg_temp.uid('titip', i), pg_temp.uid('akun', i), pg_temp.uid('pc', i), '{}', ${at}, ${at}, ${at}, ${at}, 'ditolak', ${at} FROM ${some}`,
    `INSERT INTO handover_refusal (decision_id, account_id, device_id, payload, reason, message, received_at) SELECT pg_temp.uid('tolak', i), pg_temp.uid('akun', i), pg_temp.uid('pc', i), '{}', 'x', 'x', ${at} FROM ${some}`,
  ];
}

/** Few of them are open, as at a desk that does its work. */
function tickets(some: string, at: string, message: string): readonly string[] {
  return [
    `INSERT INTO thread (id, instansi_id, state, asked_at, last_seq) SELECT pg_temp.uid('tiket', i), 'kab-a', 'terbuka', ${at}, 1 FROM ${some}`,
    `${message} SELECT pg_temp.uid('tiket', i), pg_temp.uid('tiket', i), 1, 'pesan', pg_temp.uid('akun', i), 'Contoh', 'asn', 'Tidak dapat masuk.', ${at}, 1, repeat('0', 64) FROM ${some}`,
    `INSERT INTO ticket (id, desk_key, number, kind, state, channel, reporter_id, reporter_name, reporter_nip, opened_by, opened_at, changed_at, due_at)
      SELECT pg_temp.uid('tiket', i), 'instansi:kab-a', i + 1, 'akun', CASE WHEN i % 50 = 0 AND i < 2000 THEN 'baru' ELSE 'selesai' END, 'aplikasi', pg_temp.uid('akun', i), 'Contoh', ${nipOf('i')},
        pg_temp.uid('akun', i), ${at}, ${at}, ${at} FROM ${some}`,
    `INSERT INTO ticket_counter (desk_key, number) SELECT desk_key, max(number) FROM ticket GROUP BY desk_key`,
  ];
}
