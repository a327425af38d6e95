import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { employeeKinds, recordTypeIds } from '#shared/records/record-type.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import { deletionReasons } from '#shared/records/deletion/deletion-claim.ts';
import { deletionFactsOf } from '#shared/records/deletion/deletion-facts.ts';
import { usulKinds } from '#shared/records/usul.ts';
import { ruleWarnings } from '#shared/records/rules/rule-warnings.ts';
import { checkUsul } from '#shared/records/rules/check-usul.ts';
import { addDays, isLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import { demoSeed } from '#build/demo/seed.ts';
import {
  type DemoPlan,
  documentFaultKinds,
  type PlannedUsul,
  ruleFaultKinds,
} from '#build/demo/plan/demo-plan.ts';
import { deliveredUsul, expectedUsul } from '#build/demo/plan/expected-usul.ts';
import { demoAccounts, waitsForVerifikator } from '#build/demo/plan/plan-accounts.ts';
import { planDemo } from '#build/demo/plan/plan-demo.ts';

vi.setConfig({ testTimeout: 30_000 });

const today = day('2026-11-22');
const full = planDemo({ seed: 'uji', today, size: 'full' });
const small = planDemo({ seed: 'uji', today, size: 'small' });

describe('the full demonstration', () => {
  it('is an invented regency with at least 12 OPD, 3,000 ASN and one OPD of 1,500', () => {
    expect(full.offices.length).toBeGreaterThanOrEqual(12);
    expect(full.people).toHaveLength(3000);
    const largest = full.people.filter((person) => person.opd.slug === 'disdik');
    expect(largest).toHaveLength(1500);
    expect(new Set(largest.map((person) => person.unor.id)).size).toBeGreaterThan(50);
    expect(new Set(full.people.map((person) => person.nip)).size).toBe(3000);
  });

  it('has at least 2,000 usul that wait for a verifikator, of every record type and kind', () => {
    const waiting = full.usuls.filter((usul) => waitsForVerifikator(usul));
    expect(waiting.length).toBeGreaterThanOrEqual(2000);
    expect(new Set(waiting.map((usul) => usul.recordType))).toEqual(new Set(recordTypeIds));
    expect(new Set(waiting.map((usul) => usul.kind))).toEqual(new Set(usulKinds));
    expect(new Set(waiting.map((usul) => usul.person.kind))).toEqual(new Set(employeeKinds));
  });

  it('has deletions for every reason, right and groundless, with and without a note of the ASN', () => {
    const deletions = full.usuls.filter(({ kind }) => kind === 'hapus');
    const right = deletions.filter(({ fault }) => fault === null);
    const claims = right.map((usul) => deletionFactsOf(expectedUsul(full, usul)));
    const reasons = claims.map(({ claim }) =>
      claim.kind === 'disebut' ? claim.reason : claim.kind,
    );
    expect(new Set(reasons)).toEqual(new Set(deletionReasons));
    expect(
      claims.filter(({ losses, claimHolds }) => losses.length > 0 || claimHolds === 'tidak'),
    ).toEqual([]);
    // No member of a family is the last one.
    const unordered = right.filter(
      (usul) => usul.recordType === 'keluarga' && reasons[right.indexOf(usul)] === 'bukan_terakhir',
    );
    expect(unordered).toEqual([]);
    const from = claims.map(({ claim }) => claim.kind === 'disebut' && claim.from);
    expect(new Set(from)).toEqual(new Set(['usul', 'catatan']));
    const groundless = deletions.filter(({ fault }) => fault?.kind === 'hapus_tanpa_dasar');
    const lost = groundless.flatMap((usul) => deletionFactsOf(expectedUsul(full, usul)).losses);
    expect(new Set(lost)).toEqual(new Set(['satu_satunya', 'pokok', 'terakhir']));
  });

  it('also has usul that were returned, resubmitted, asked about and passed on', () => {
    const ways = new Set(full.usuls.map((usul) => usul.steps.join(' ')));
    expect(ways).toEqual(
      new Set([
        '',
        'perbaikan',
        'perbaikan ajukan_ulang',
        'koordinasi',
        'koordinasi jawab',
        'teruskan',
        'teruskan teruskan',
        'teruskan kembalikan',
        'teruskan teruskan kembalikan',
      ]),
    );
    for (const role of ['approver', 'validator']) {
      const account = demoAccounts(full).find((one) => one.role === role);
      expect(account?.openUsul).toBeGreaterThan(10);
    }
  });

  it('proposes for each employee only what his or her kind may propose', () => {
    for (const { recordType, person } of full.usuls) {
      expect(recordTypes[recordType].employeeKinds).toContain(person.kind);
    }
  });

  it('has scans for at least a quarter of the documents', () => {
    const documents = full.usuls.flatMap((usul) => usul.documents);
    const scans = documents.filter((document) => document.recipe.medium.kind === 'scan');
    expect(scans.length / documents.length).toBeGreaterThan(0.25);
    expect(scans.length / documents.length).toBeLessThan(0.5);
  });

  it('plants a fault that only a reader finds in about one usul of six, of every kind', () => {
    const kinds: readonly string[] = documentFaultKinds;
    const planted = full.usuls.flatMap(({ fault }) => (fault ? [fault.kind] : []));
    const hidden = planted.filter((kind) => kinds.includes(kind));
    expect(hidden.length / full.usuls.length).toBeCloseTo(1 / 6, 2);
    expect(new Set(hidden)).toEqual(new Set(documentFaultKinds));
  });

  it('plants a fault that the rules find in about one usul of thirteen, of every kind', () => {
    const found = withRuleFault(full);
    expect(found.length / full.usuls.length).toBeCloseTo(1 / 13, 2);
    expect(new Set(found.map((usul) => usul.fault?.kind))).toEqual(new Set(ruleFaultKinds));
    expect(new Set(found.map((usul) => usul.recordType))).toEqual(new Set(recordTypeIds));
  });

  it('raises an error or a warning wherever such a fault was planted, in about one usul of ten', () => {
    for (const usul of withRuleFault(full))
      expect([usul.id, raises(full, usul)]).toEqual([usul.id, true]);
    const raising = full.usuls.filter((usul) => raises(full, usul));
    expect(raising.length / full.usuls.length).toBeGreaterThan(0.08);
    expect(raising.length / full.usuls.length).toBeLessThan(0.12);
  });

  it('has a right document beside a mistyped field: with what it says no rule objects', () => {
    for (const usul of withRuleFault(full)) {
      const says = usul.fault?.documentSays ?? {};
      if (Object.keys(says).length === 0) continue;
      const corrected = { ...usul, values: { ...usul.values, ...says } };
      expect([usul.id, raises(full, corrected)]).toEqual([usul.id, false]);
    }
  });

  it('has people of a unor that is not in use any more; that is told and not asked about', () => {
    const left = full.usuls.filter(({ person }) => !person.unor.active);
    expect(left.length).toBeGreaterThan(0);
    expect(left.length / full.usuls.length).toBeLessThan(0.02);
    for (const usul of left) {
      const findings = checkUsul(deliveredUsul(full, usul), today);
      expect(findings.map(({ ruleId }) => ruleId)).toContain('TIM_1');
      expect(ruleWarnings(findings).map(({ subject }) => subject)).not.toContain('TIM_1');
    }
  });

  it('gives most golongan, jabatan and SKP of a PNS a history of two and more records', () => {
    for (const recordType of ['golongan', 'jabatan', 'skp'] as const) {
      const usuls = full.usuls.filter(
        (usul) => usul.recordType === recordType && usul.person.kind === 'pns',
      );
      const histories = usuls.map((usul) => expectedUsul(full, usul).existingRecords);
      const long = histories.filter((records) => records.length >= 2);
      expect(long.length / histories.length).toBeGreaterThan(0.7);
      expect(Math.max(...histories.map((records) => records.length))).toBeLessThan(10);
    }
  });

  it('submits in the last two weeks, with deadlines around today: some past, some today, most ahead', () => {
    for (const { submittedAt, deadline } of full.usuls) {
      expect(submittedAt >= addDays(today, -14) && submittedAt < today).toBe(true);
      expect(deadline <= addDays(today, 10)).toBe(true);
    }
    const past = full.usuls.filter(({ deadline }) => deadline < today).length;
    const now = full.usuls.filter(({ deadline }) => deadline === today).length;
    expect(past).toBeGreaterThan(50);
    expect(past).toBeLessThan(full.usuls.length / 5);
    expect(now).toBeGreaterThan(20);
  });

  it('raises no error and no warning of the rules unless a fault was planted', () => {
    expect(unexpectedFindings(full)).toEqual([]);
  });

  it('plants no fault for the rules over which an usul would be passed on without a question', () => {
    for (const plan of [full, small]) {
      const silent = withRuleFault(plan).filter(
        (usul) =>
          ruleWarnings(checkUsul(deliveredUsul(plan, usul), plan.request.today)).length === 0,
      );
      expect(silent.map(({ id, fault }) => `${fault?.kind} ${id}`)).toEqual([]);
    }
  });

  it('gives the largest inbox to the verifikator of the largest OPD, and a small one to a small OPD', () => {
    const accounts = demoAccounts(full);
    expect(accounts[0]).toMatchObject({ office: 'Dinas Pendidikan', role: 'verifikator' });
    expect(accounts.filter((account) => account.role === 'verifikator').length).toBeGreaterThan(12);
    const smallest = accounts
      .filter((account) => account.role === 'verifikator' && account.openUsul > 0)
      .at(-1);
    expect(smallest?.openUsul).toBeLessThan(40);
  });
});

describe('the small demonstration', () => {
  it('has one verifikator with at least 60 open usul of all record types', () => {
    expect(small.people).toHaveLength(60);
    expect(small.offices).toHaveLength(3);
    const own = small.usuls.filter(
      (usul) => usul.opd.slug === 'disdik' && waitsForVerifikator(usul),
    );
    expect(own.length).toBeGreaterThanOrEqual(60);
    expect(new Set(own.map((usul) => usul.recordType))).toEqual(new Set(recordTypeIds));
  });

  it('shows its verifikator findings of several record types, from every kind of such a fault', () => {
    for (const seed of ['uji', demoSeed]) {
      const plan = planDemo({ seed, today, size: 'small' });
      const own = plan.usuls.filter(
        (usul) => usul.opd.slug === 'disdik' && waitsForVerifikator(usul),
      );
      const raising = own.filter((usul) => raises(plan, usul));
      expect(raising.length).toBeGreaterThanOrEqual(8);
      expect(new Set(raising.map((usul) => usul.recordType)).size).toBeGreaterThanOrEqual(5);
      const kinds = own.map((usul) => usul.fault?.kind);
      expect(kinds).toEqual(expect.arrayContaining([...ruleFaultKinds]));
    }
  });

  it('raises no error and no warning either', () => {
    expect(unexpectedFindings(small)).toEqual([]);
  });
});

describe('invented people', () => {
  it('have NIP with serials from 900 and NIK in the unused province 99', () => {
    for (const { nik } of full.people) expect(nik).toMatch(/^99\d{14}$/);
    const numbered = full.people.filter(({ kind }) => kind !== 'ppt_non_asn');
    for (const { nip } of numbered) expect(nip).toMatch(/^\d{15}9\d{2}$/);
    for (const relative of full.people.flatMap((person) => person.children)) {
      expect(relative.nik).toMatch(/^99/);
    }
  });
});

describe('a plan', () => {
  it('is the same for the same seed and day, and another for another seed', () => {
    expect(digest(planDemo({ seed: 'uji', today, size: 'small' }))).toBe(digest(small));
    expect(digest(planDemo({ seed: 'lain', today, size: 'small' }))).not.toBe(digest(small));
  });

  it('holds on other days too', () => {
    for (const other of ['2026-01-03', '2027-03-01', '2028-02-29']) {
      const plan = planDemo({ seed: 'uji', today: day(other), size: 'small' });
      expect(unexpectedFindings(plan)).toEqual([]);
    }
  });
});

function withRuleFault(plan: DemoPlan): PlannedUsul[] {
  const kinds: readonly string[] = ruleFaultKinds;
  return plan.usuls.filter((usul) => usul.fault !== null && kinds.includes(usul.fault.kind));
}

function raises(plan: DemoPlan, usul: PlannedUsul): boolean {
  const findings = checkUsul(deliveredUsul(plan, usul), plan.request.today);
  return findings.some(({ level }) => level !== 'info');
}

function unexpectedFindings(plan: DemoPlan): string[] {
  return plan.usuls
    .filter((usul) => usul.fault === null)
    .flatMap((usul) =>
      checkUsul(deliveredUsul(plan, usul), plan.request.today).filter(
        // That a unor was done away with is no fault of an usul.
        ({ ruleId, level }) => level !== 'info' && (ruleId !== 'TIM_1' || usul.person.unor.active),
      ),
    )
    .map((finding) => `${finding.ruleId}: ${finding.sentence}`);
}

function digest(plan: DemoPlan): string {
  return createHash('sha256').update(JSON.stringify(plan)).digest('hex');
}

function day(text: string): LocalDate {
  if (!isLocalDate(text)) throw new Error(`No such day: ${text}`);
  return text;
}
