import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { employeeKinds, recordTypeIds } from '#shared/domain/model/record-type.ts';
import { recordTypes } from '#shared/domain/model/record-types.ts';
import { usulKinds } from '#shared/domain/model/usul.ts';
import { checkUsul } from '#shared/domain/rules/check-usul.ts';
import { addDays, isLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import { type DemoPlan, faultKinds } from '#server/seed/plan/demo-plan.ts';
import { expectedUsul } from '#server/seed/plan/expected-usul.ts';
import { demoAccounts, waitsForVerifikator } from '#server/seed/plan/plan-accounts.ts';
import { planDemo } from '#server/seed/plan/plan-demo.ts';

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
    const waiting = full.usuls.filter((usul) => waitsForVerifikator(usul.steps));
    expect(waiting.length).toBeGreaterThanOrEqual(2000);
    expect(new Set(waiting.map((usul) => usul.recordType))).toEqual(new Set(recordTypeIds));
    expect(new Set(waiting.map((usul) => usul.kind))).toEqual(new Set(usulKinds));
    expect(new Set(waiting.map((usul) => usul.person.kind))).toEqual(new Set(employeeKinds));
  });

  it('also has usul that were returned, resubmitted, asked about and passed on', () => {
    const ways = new Set(full.usuls.map((usul) => usul.steps.join(' ')));
    expect(ways).toEqual(
      new Set(['', 'perbaikan', 'perbaikan ajukan_ulang', 'koordinasi', 'teruskan']),
    );
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

  it('plants a fault in about one usul of six, of every kind', () => {
    const faulty = full.usuls.filter((usul) => usul.fault !== null);
    expect(faulty.length / full.usuls.length).toBeCloseTo(1 / 6, 2);
    expect(new Set(faulty.map((usul) => usul.fault?.kind))).toEqual(new Set(faultKinds));
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

  it('gives the largest inbox to the verifikator of the largest OPD, and a small one to a small OPD', () => {
    const accounts = demoAccounts(full);
    expect(accounts[0]).toMatchObject({ office: 'Dinas Pendidikan', role: 'verifikator' });
    expect(accounts.filter((account) => account.role === 'verifikator').length).toBeGreaterThan(12);
    const smallest = accounts.filter((account) => account.openUsul > 0).at(-1);
    expect(smallest?.openUsul).toBeLessThan(40);
  });
});

describe('the small demonstration', () => {
  it('has one verifikator with at least 60 open usul of all record types', () => {
    expect(small.people).toHaveLength(60);
    expect(small.offices).toHaveLength(3);
    const own = small.usuls.filter(
      (usul) => usul.opd.slug === 'disdik' && waitsForVerifikator(usul.steps),
    );
    expect(own.length).toBeGreaterThanOrEqual(60);
    expect(new Set(own.map((usul) => usul.recordType))).toEqual(new Set(recordTypeIds));
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

function unexpectedFindings(plan: DemoPlan): string[] {
  return plan.usuls
    .filter((usul) => usul.fault === null)
    .flatMap((usul) => checkUsul(expectedUsul(plan, usul), plan.request.today))
    .filter((finding) => finding.level !== 'info')
    .map((finding) => `${finding.ruleId}: ${finding.sentence}`);
}

function digest(plan: DemoPlan): string {
  return createHash('sha256').update(JSON.stringify(plan)).digest('hex');
}

function day(text: string): LocalDate {
  if (!isLocalDate(text)) throw new Error(`No such day: ${text}`);
  return text;
}
