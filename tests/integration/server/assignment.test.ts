import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { assignByHand } from '#server/assignment/assign-many.ts';
import { submitUsul } from '#server/commands/submissions.ts';
import type { Usul } from '#shared/records/usul.ts';
import {
  addAccount,
  currentUsul,
  makeDecision,
  makeNewUsul,
  makeRefusal,
} from '#tests/support/builders.ts';
import { runStatement } from '#tests/support/database.ts';
import {
  accepted,
  asns,
  notAllowed,
  othersUsul,
  useSharedOffice,
} from '#tests/support/shared-office.ts';
import { endNow, instansiA, opdA } from '#tests/support/several-appointments.ts';
import { runServerCommand } from '#tests/support/server-cli.ts';

const shared = useSharedOffice();
const { office, clientOf, idOf, setTo, newUsul, toldOf, holderOf, take, takeOver, set } = shared;
const other = (name: string | null): string => (name === 'andi' ? 'budi' : 'andi');
const run = (args: readonly string[], answers: readonly string[] = []) =>
  runServerCommand(office.server, args, answers);
const rules = () => office.server.db.selectFrom('assignment_rule').select('version').execute();
describe('in the pool', () => {
  test('everybody of the scope has all, and is told of nobody', async () => {
    const usul = await newUsul();
    expect(await toldOf(usul, 'andi')).toBeUndefined();
    expect(await office.decide(makeRefusal(usul), clientOf('budi'))).toMatchObject(accepted);
  });

  test('of which whoever opens takes, the first to arrive has it, and the second is told who', async () => {
    await setTo({ kind: 'kolam', ambil: true });
    const usul = await newUsul();
    expect(await toldOf(usul, 'andi')).toMatchObject({ to: 'bebas', name: '', why: 'aturan' });
    // Without taking it, too: as long as nobody has it, whoever decides it has decided.
    expect(await office.decide(makeRefusal(await newUsul()), clientOf('andi'))).toMatchObject(
      accepted,
    );
    const [first, second] = await Promise.all([take(usul, 'andi'), take(usul, 'budi')]);
    const [won, lost] = first.result?.kind === 'diterima' ? ['andi', 'budi'] : ['budi', 'andi'];
    const results = [first.result, second.result];
    expect(results.filter((result) => result?.kind === 'diterima')).toHaveLength(1);
    expect(results.find((result) => result?.kind === 'ditolak')).toMatchObject({
      error: { kind: 'ditugaskan_kepada_lain', message: expect.stringContaining(`Petugas ${won}`) },
      current: { version: 1 },
    });
    expect(await toldOf(usul, won)).toMatchObject({ to: 'anda', why: 'ambil' });
    expect(await toldOf(usul, lost)).toMatchObject({ to: 'rekan', name: `Petugas ${won}` });
    expect(await office.decide(makeRefusal(usul), clientOf(lost))).toMatchObject(othersUsul);
    // The same command again has the same answer, and changes nothing.
    const again = first.result?.kind === 'diterima' ? first : second;
    expect(await office.send([again.command], clientOf(won))).toEqual([again.result]);
    expect(await office.decide(makeRefusal(usul), clientOf(won))).toMatchObject(accepted);
  });
});

describe('in turn', () => {
  test('each usul has one holder; the others see whose it is, and do not decide it', async () => {
    await setTo({ kind: 'bergilir' });
    const usuls: Usul[] = [];
    for (const asn of asns.slice(1)) usuls.push(await newUsul(asn), await newUsul(asn));
    const holders = await Promise.all(usuls.map((usul) => holderOf(usul)));
    for (let at = 0; at < holders.length; at += 2) expect(holders[at]).toBe(holders[at + 1]);
    for (const name of ['andi', 'budi']) {
      expect(holders.filter((one) => one === name).length).toBeGreaterThanOrEqual(6);
    }
    const usul = usuls[0]!;
    const colleague = other(holders[0]!);
    expect(await toldOf(usul, colleague)).toMatchObject({ to: 'rekan', why: 'aturan' });
    for (const name of [colleague, 'pusat']) {
      expect(await office.decide(makeDecision(usul), clientOf(name))).toMatchObject(othersUsul);
      expect(await office.handOver([makeDecision(usul)], clientOf(name))).toMatchObject([
        othersUsul,
      ]);
    }
    expect(await office.decide(makeDecision(usul), clientOf(holders[0]!))).toMatchObject(accepted);
  });

  test('nobody has his or her own, and whoever is on leave is passed over, which is told', async () => {
    await setTo({ kind: 'bergilir' });
    expect(await holderOf(await newUsul('asn-0'))).toBe('andi');
    expect(await run(['leave', 'add', 'andi'], ['2026-11-30', '2026-11-01'])).toMatchObject({
      code: 1,
    });
    const added = await run(['leave', 'add', 'andi'], ['2000-01-01', '2999-01-01']);
    expect(added.code).toBe(0);
    const usul = await newUsul('asn-2');
    expect(await toldOf(usul, 'budi')).toMatchObject({
      to: 'anda',
      skipped: [{ name: 'Petugas andi', why: 'cuti' }],
    });
    // Own, and the other one away: it lies in the pool, and the reasons are told.
    const own = await newUsul('asn-0');
    expect((await toldOf(own, 'budi'))?.skipped).toHaveLength(2);
    expect(await office.decide(makeRefusal(own), clientOf('andi'))).toMatchObject(accepted);
    const [id = ''] = /[0-9a-f-]{36}/u.exec((await run(['leave', 'list'])).text) ?? [];
    expect((await run(['leave', 'end', id])).code).toBe(0);
    expect((await run(['leave', 'end', id])).code).toBe(1);
  });

  test('it comes back to whoever had it, and is free once that appointment has ended', async () => {
    await setTo({ kind: 'bergilir' });
    const usul = await newUsul('asn-3');
    const name = (await holderOf(usul))!;
    const back = makeRefusal(usul, { outcome: 'perbaikan', reasons: ['DATA_BEDA'] });
    await office.decide(back, clientOf(name));
    const again = await shared.handInAgain(usul);
    expect(await holderOf(again)).toBe(name);
    const { db } = office.server;
    const leaver = await addAccount(db, 'pamit', 'verifikator', opdA);
    const filter = { usulIds: [usul.id] };
    const selection = { scope: opdA, stage: 'verifikasi' as const, filter };
    const assigning = { by: null, reason: 'Uji', now: new Date() };
    expect(await assignByHand(db, selection, leaver.appointmentId, assigning)).toMatchObject({
      ok: true,
      value: { assigned: 1, left: [] },
    });
    expect(await toldOf(again, name)).toMatchObject({ to: 'rekan', reason: 'Uji', why: 'manual' });
    await endNow(db, leaver);
    expect(await office.decide(makeRefusal(again), clientOf(other(name)))).toMatchObject(accepted);
  });

  test('also where approvers decide, but never to whoever verified it', async () => {
    await setTo({ kind: 'bergilir' }, instansiA, 'persetujuan');
    const usul = await newUsul('asn-4');
    await office.decide(makeDecision(usul), clientOf('andi'));
    const now = await currentUsul(office.server.db, usul.id);
    const holder = (await holderOf(now, ['citra', 'dewi']))!;
    expect((await toldOf(now, holder))?.skipped).toEqual([
      { name: 'Petugas andi', why: 'sudah_memutus' },
    ]);
    const colleague = holder === 'citra' ? 'dewi' : 'citra';
    const approval = makeDecision(now, { verdicts: [], evidence: [] });
    expect(await office.decide(approval, clientOf(colleague))).toMatchObject(othersUsul);
    expect(await office.decide(approval, clientOf(holder))).toMatchObject(accepted);
    // A verifikator who follows it is told of nobody.
    expect(await toldOf(now, 'budi')).toBeUndefined();
    await setTo({ kind: 'kolam', ambil: false }, instansiA, 'persetujuan');
  });
});

describe('a takeover', () => {
  test('meets what its holder decided meanwhile: one decision, never two', async () => {
    await setTo({ kind: 'bergilir' });
    const usul = await newUsul('asn-5');
    const name = (await holderOf(usul))!;
    const colleague = other(name);
    // Made without network, and not there yet when the colleague takes it over.
    const offline = makeRefusal(usul);
    const { command, result } = await takeOver(usul, colleague);
    expect(result).toMatchObject(accepted);
    expect(await office.decide(offline, clientOf(name))).toMatchObject({
      ...othersUsul,
      error: { message: `Usul ini sekarang ditugaskan kepada Petugas ${colleague}.` },
      current: { version: 1 },
    });
    expect(await toldOf(usul, name)).toMatchObject({
      to: 'rekan',
      why: 'ambil_alih',
      reason: 'Rekan sedang dinas luar.',
    });
    expect(await office.decide(makeRefusal(usul), clientOf(colleague))).toMatchObject(accepted);
    expect(await office.decide(offline, clientOf(name))).toMatchObject({
      error: { kind: 'usul_berubah' },
    });
    // Delivered again after that it is still the one that was taken in.
    expect(await office.send([command], clientOf(colleague))).toEqual([result]);
    const body = JSON.stringify({ ids: [command.id] });
    const asked = await clientOf(colleague).fetch('/api/v1/receipts', { method: 'POST', body });
    expect(await asked.json()).toEqual({ receipts: [result] });
  });

  test('takes from whom it saw, and may be taken back', async () => {
    await setTo({ kind: 'bergilir' });
    const usul = await newUsul('asn-6');
    const name = (await holderOf(usul))!;
    const seen = (await toldOf(usul, 'pusat'))!;
    expect((await takeOver(usul, other(name))).result).toMatchObject(accepted);
    const late = await takeOver(usul, 'pusat', { assignment: seen.number });
    expect(late.result).toMatchObject(othersUsul);
    expect((await takeOver(usul, name)).result).toMatchObject(accepted);
    expect(await office.decide(makeRefusal(usul), clientOf(name))).toMatchObject(accepted);
  });

  test('of what is not theirs to decide is refused to everybody, and changes nothing', async () => {
    await setTo({ kind: 'bergilir' });
    const usul = await newUsul('asn-0');
    expect(await holderOf(usul)).toBe('andi');
    const number = (await toldOf(usul, 'andi'))!.number;
    const seen = { assignment: number };
    expect((await takeOver(usul, 'luar', seen)).result).toMatchObject({
      ...notAllowed,
      current: null,
    });
    for (const name of ['budi', 'citra']) {
      expect((await takeOver(usul, name, seen)).result).toMatchObject(notAllowed);
    }
    const wrong = [{ reason: ' ' }, { reason: 'x'.repeat(501) }, { assignment: 1.5 }];
    for (const change of wrong) {
      expect((await takeOver(usul, 'pusat', { ...seen, ...change })).result).toMatchObject({
        error: { kind: 'tidak_sah' },
      });
    }
    const odd = [
      [{ stage: 'persetujuan' }, 'usul_berubah'],
      [{ assignment: number + 1 }, 'ditugaskan_kepada_lain'],
      [{ usulId: randomUUID() }, 'tidak_berwenang'],
      [{ appointmentId: idOf('andi') }, 'tidak_berwenang'],
      [{ kind: 'ambil' }, 'ditugaskan_kepada_lain'],
    ] as const;
    for (const [change, kind] of odd) {
      expect((await takeOver(usul, 'pusat', { ...seen, ...change })).result).toMatchObject({
        error: { kind },
      });
    }
    // The id of another person's command, and of another usul.
    const { command } = await takeOver(usul, 'pusat', seen);
    const again = await newUsul('asn-7');
    const stolen = { ...command, usulId: again.id };
    expect(await office.send([stolen], clientOf('pusat'))).toMatchObject([
      { error: { kind: 'id_bentrok' } },
    ]);
    expect(await office.send([command], clientOf('andi'))).toMatchObject([
      { error: { kind: 'id_bentrok' } },
    ]);
    expect(await holderOf(usul, ['andi', 'pusat'])).toBe('pusat');
    await expect(
      runStatement(
        office.server.databaseUrl,
        `UPDATE usul_assignment SET reason = 'x' WHERE usul_id = '${usul.id}'`,
      ),
    ).rejects.toThrow('append-only');
  });
});

describe('an administrator', () => {
  test('sets rules by versions; what was taken or given by hand stays when a rule changes', async () => {
    await setTo({ kind: 'bergilir' });
    const [taken, given] = [await newUsul('asn-1'), await newUsul('asn-2')];
    const assign = (...args: string[]) => run(['assignment', 'assign', ...args]);
    const heldGiven = (await holderOf(given))!;
    const unit = ['--unor', 'unor-dinas-a', '--from', idOf(heldGiven)];
    // Of all that he or she has, to the colleague.
    expect((await assign(idOf(other(heldGiven)), ...unit, '--reason', 'Cuti')).text).toMatch(
      /^\d+ usul/u,
    );
    expect(await toldOf(given, heldGiven)).toMatchObject({ why: 'manual', reason: 'Cuti' });
    const taker = other(await holderOf(taken));
    await takeOver(taken, taker);
    const byUnor = { 'unor-dinas-a': [idOf('budi')] };
    const done = await set({
      cakupan: 'opd:dinas-a',
      tahap: 'verifikasi',
      aturan: { kind: 'per_unor', people: byUnor },
    });
    expect(done).toMatchObject({ code: 0, text: expect.stringContaining('Aturan tersimpan') });
    expect(await holderOf(taken)).toBe(taker);
    expect(await holderOf(given)).toBe(other(heldGiven));
    expect(await holderOf(await newUsul('asn-4'))).toBe('budi');
    const shown = await run(['assignment', 'show', 'opd:dinas-a']);
    expect(shown.text).toContain('menurut unor');
    expect(shown.text).toContain('Petugas andi');
  });

  test.each([
    ['nobody’s scope', { cakupan: 'opd:tidak-ada' }],
    ['a scope that does not decide there', { tahap: 'persetujuan' }],
    [
      'people who do not decide there',
      { aturan: { kind: 'per_unor', people: { u: [randomUUID()] } } },
    ],
    ['people who decide elsewhere', { aturan: { kind: 'per_unor', people: { u: ['luar'] } } }],
    ['no rule', { aturan: { kind: 'acak' } }],
    ['a day that there is not', { berlakuMulai: '2026-02-30' }],
    ['more than a rule is', { aturan: { kind: 'bergilir', siapa: 'andi' } }],
  ])('is told of %s, and nothing changes', async (_name, change) => {
    const before = await rules();
    const file = { cakupan: 'opd:dinas-a', tahap: 'verifikasi', aturan: { kind: 'bergilir' } };
    const text = JSON.stringify({ ...file, ...change }).replace('"luar"', `"${idOf('luar')}"`);
    expect(await set(JSON.parse(text))).toMatchObject({ code: 1 });
    expect(await rules()).toEqual(before);
  });

  test('gives many at once in pieces, but nobody what he or she may not decide', async () => {
    const { db } = office.server;
    const many = Array.from({ length: 430 }, (_, n) =>
      makeNewUsul('dinas-a', { employeeId: asns[n % asns.length]!, recordType: 'kursus' }),
    );
    await submitUsul(db, many);
    const assigned = await run(['assignment', 'assign', idOf('budi'), '--type', 'kursus']);
    const own = many.filter(({ employeeId }) => employeeId === 'asn-0').length;
    expect(assigned.text).toBe(
      `${many.length - own} usul ditugaskan. Tidak ditugaskan: ${own} milik orang itu sendiri.`,
    );
    for (const appointment of ['luar', 'citra']) {
      const none = await run([
        'assignment',
        'assign',
        idOf(appointment),
        '--type',
        'kursus',
        '--stage',
        'verifikasi',
      ]);
      expect(none.code === 1 || none.text.startsWith('0 usul')).toBe(true);
    }
    const first = many.find(({ employeeId }) => employeeId === 'asn-1')!;
    expect(await toldOf(first, 'andi')).toMatchObject({ to: 'rekan', name: 'Petugas budi' });
  });
});
