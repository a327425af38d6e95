import { describe, expect, it } from 'vitest';
import { fieldsToJudge } from '#shared/records/judged-fields.ts';
import { unreadMarks } from '#shared/records/open-warning.ts';
import type { Usul } from '#shared/records/usul.ts';
import { bulkBarSentences } from '#shared/workflow/bulk/bulk-labels.ts';
import type { ToldAssignment } from '#shared/records/told-assignment.ts';
import { bulkBarOf, bulkRefusals, type BulkBar } from '#shared/workflow/bulk/may-be-in-bulk.ts';
import { makeSampleUsul, sampleToday } from '#tests/support/samples/faultless-usul.ts';

type Event = Usul['history'][number];

const approver = { id: 'approver', nip: '197001011990011901', username: 'approver' };
const base = makeSampleUsul('penghargaan', { revision: 2 });

function deed(change: Partial<Event> = {}): Event {
  return {
    at: '2026-11-20T01:00:00.000Z',
    revision: base.revision,
    actorName: 'Petugas',
    actorRole: 'verifikator',
    action: 'teruskan',
    reasons: [],
    note: '',
    verdicts: fieldsToJudge(base).map(({ name }) => ({ field: name, verdict: 'sesuai', seen: '' })),
    ...change,
  };
}

function verified(change: Partial<Usul> = {}): Usul {
  return {
    ...base,
    position: { kind: 'menunggu', stage: 'persetujuan' },
    history: [deed()],
    ...change,
  };
}

const barOf = (usul: Usul, excludedTypes: Usul['recordType'][] = []): BulkBar | null =>
  bulkBarOf(usul, approver, { excludedTypes }, sampleToday);

const against = (field: string) => [{ field, verdict: 'tidak_sesuai', seen: 'lain' }];

describe('an usul may be approved in bulk', () => {
  it('where the verifikator found every field in order, and nothing warns', () => {
    expect(barOf(verified())).toBeNull();
  });

  it('where the validator did not judge otherwise', () => {
    const validated = deed({ actorRole: 'validator', verdicts: [] });
    expect(barOf(verified({ history: [deed(), validated] }))).toBeNull();
  });

  it('whatever happened in a revision before', () => {
    const before = deed({ revision: base.revision - 1, action: 'perbaikan' });
    expect(barOf(verified({ history: [before, deed()] }))).toBeNull();
  });
});

describe('an usul is approved by itself', () => {
  const [first = ''] = fieldsToJudge(base).map(({ name }) => name);
  const warning = { kind: 'aturan', subject: 'penghargaan_tahun', about: 'tahun' };
  const [unread] = unreadMarks(['a'.repeat(64)]);
  const validator = (change: Partial<Event>) => deed({ actorRole: 'validator', ...change });
  const ofColleague: ToldAssignment = {
    number: 1,
    to: 'rekan',
    name: 'Rekan',
    since: '2026-11-01T00:00:00.000Z',
    why: 'manual',
    reason: '',
    skipped: [],
  };
  const cases: readonly (readonly [string, BulkBar, Usul])[] = [
    [
      'at another stage',
      'tahap',
      verified({ position: { kind: 'menunggu', stage: 'verifikasi' } }),
    ],
    [
      'while a question is open',
      'tahap',
      verified({ position: { kind: 'koordinasi', stage: 'persetujuan' } }),
    ],
    [
      'of the approver',
      'milik_sendiri',
      verified({ employee: { ...base.employee, nip: approver.nip } }),
    ],
    ['that the approver verified', 'sudah_memutus', verified({ decidedByYou: true })],
    ['that a colleague has', 'milik_rekan', verified({ assignment: ofColleague })],
    ['that deletes', 'hapus', verified({ kind: 'hapus' })],
    [
      'that was corrected',
      'dikoreksi',
      verified({
        history: [deed({ verdicts: [{ field: first, verdict: 'dikoreksi', seen: 'lain' }] })],
      }),
    ],
    [
      'that was returned in this revision',
      'pernah_kembali',
      verified({ history: [deed(), deed({ action: 'kembalikan' }), deed()] }),
    ],
    [
      'about which something was asked',
      'pernah_kembali',
      verified({ history: [deed({ action: 'jawab', verdicts: [] }), deed()] }),
    ],
    ['that nobody verified', 'belum_sesuai', verified({ history: [] })],
    [
      'of which a field was not judged',
      'belum_sesuai',
      verified({ history: [deed({ verdicts: [] })] }),
    ],
    [
      'of which the validator marked a field',
      'belum_sesuai',
      verified({ history: [deed(), validator({ verdicts: against(first) })] }),
    ],
    [
      'of which somebody marked a field that another found in order later',
      'belum_sesuai',
      verified({ history: [deed({ verdicts: against(first) }), deed()] }),
    ],
    [
      'that was verified before its document was read',
      'belum_dibaca',
      verified({ history: [deed({ acknowledged: [unread!] })] }),
    ],
    [
      'that was verified over a warning',
      'peringatan',
      verified({ history: [deed({ acknowledged: [warning] })] }),
    ],
    [
      'that was validated over a warning nobody was asked about',
      'peringatan',
      verified({
        history: [deed(), validator({ acknowledged: [{ ...warning, asked: false }] })],
      }),
    ],
    [
      'against which a rule speaks today',
      'peringatan',
      verified({ values: { ...base.values, skDate: '2031-01-01' } }),
    ],
  ];
  it.each(cases)('%s: %s', (_name, bar, usul) => {
    expect(barOf(usul)).toBe(bar);
  });

  it('where the policy of the instansi says so of its record type', () => {
    expect(barOf(verified(), ['penghargaan'])).toBe('jenis');
    expect(barOf(verified(), ['golongan'])).toBeNull();
  });

  it('and the person is told why', () => {
    for (const bar of bulkRefusals) expect(bulkBarSentences[bar]).toMatch(/^[A-Z].*\.$/u);
  });
});
