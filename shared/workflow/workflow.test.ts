import { describe, expect, it } from 'vitest';
import type { Scope } from '#shared/workflow/authority/account.ts';
import { roles, type Role } from '#shared/workflow/authority/roles.ts';
import { recordTypeIds, type RecordTypeId } from '#shared/records/record-type.ts';
import { activeStages, type UsulPosition } from '#shared/records/usul.ts';
import type { Person } from '#shared/workflow/authority/own-usul.ts';
import { applyAction, type WorkflowAction, type WorkflowUsul } from '#shared/workflow/workflow.ts';

const place: WorkflowUsul['place'] = {
  instansiId: 'kab',
  instansiKind: 'daerah',
  opdPath: ['sekolah', 'dinas'],
  kanregId: 'kr',
  employeeId: 'asn',
};
const employeeNip = '198013012005011001';

const positions: Readonly<Record<string, UsulPosition>> = {
  mv: { kind: 'menunggu', stage: 'verifikasi' },
  mb: { kind: 'menunggu', stage: 'validasi' },
  mp: { kind: 'menunggu', stage: 'persetujuan' },
  kv: { kind: 'koordinasi', stage: 'verifikasi' },
  kb: { kind: 'koordinasi', stage: 'validasi' },
  kp: { kind: 'koordinasi', stage: 'persetujuan' },
  pv: { kind: 'perbaikan', returnedFrom: 'verifikasi' },
  pb: { kind: 'perbaikan', returnedFrom: 'validasi' },
  pp: { kind: 'perbaikan', returnedFrom: 'persetujuan' },
  ok: { kind: 'selesai', result: 'disetujui' },
  no: { kind: 'selesai', result: 'ditolak' },
  wd: { kind: 'selesai', result: 'ditarik' },
};

const actions: readonly WorkflowAction[] = [
  'teruskan',
  'perbaikan',
  'tolak',
  'koordinasi',
  'kembalikan',
  'jawab',
  'ajukan_ulang',
  'tarik',
];

const scopes: Readonly<Record<string, Scope>> = {
  opd: { kind: 'opd', id: 'dinas' },
  opdForeign: { kind: 'opd', id: 'lain' },
  instansi: { kind: 'instansi', id: 'kab' },
  instansiForeign: { kind: 'instansi', id: 'lain' },
  kanreg: { kind: 'kanreg', id: 'kr' },
  kanregForeign: { kind: 'kanreg', id: 'lain' },
  pusat: { kind: 'bkn_pusat' },
  employee: { kind: 'employee', id: 'asn' },
  employeeForeign: { kind: 'employee', id: 'lain' },
};

/** Record types that BKN validates (domain.md 0.2); written down here on its own, not read from the declarations. */
const validatedByBkn = ['pendidikan', 'golongan', 'pmk', 'cltn', 'pindah_instansi'];

/**
 * Every step that the design allows: position, action, role, scope -> next position. `bkn:` and `opd:` hold for the record
 * types with and without validation, the others for all. Everything that is not listed is refused.
 */
const allowed: ReadonlyMap<string, string> = new Map(
  [
    ...['opd', 'instansi'].flatMap((scope) => [
      `bkn: mv teruskan verifikator ${scope} -> mb`,
      `opd: mv teruskan verifikator ${scope} -> mp`,
      `mv perbaikan verifikator ${scope} -> pv`,
      `mv tolak verifikator ${scope} -> no`,
      `mv koordinasi verifikator ${scope} -> kv`,
    ]),
    'bkn: mb teruskan validator kanreg -> mp',
    'mb perbaikan validator kanreg -> pb',
    'mb tolak validator kanreg -> no',
    'mb koordinasi validator kanreg -> kb',
    'mp teruskan approver instansi -> ok',
    'mp perbaikan approver instansi -> pp',
    'mp tolak approver instansi -> no',
    'mp kembalikan approver instansi -> mv',
    'kv jawab approver instansi -> mv',
    'kb jawab approver instansi -> mb',
    'kp jawab approver instansi -> mp',
    'pv ajukan_ulang asn employee -> mv',
    'pb ajukan_ulang asn employee -> mv',
    'pp ajukan_ulang asn employee -> mv',
    ...['mv', 'mb', 'mp', 'kv', 'kb', 'kp', 'pv', 'pb', 'pp'].map(
      (position) => `${position} tarik asn employee -> wd`,
    ),
  ].map((line) => {
    const [step = '', next = ''] = line.split(' -> ');
    return [step, next];
  }),
);

function expectedNext(
  recordType: RecordTypeId,
  position: string,
  action: WorkflowAction,
  role: Role,
  scope: string,
): string | undefined {
  const step = `${position} ${action} ${role} ${scope}`;
  const authority = validatedByBkn.includes(recordType) ? 'bkn' : 'opd';
  return allowed.get(step) ?? allowed.get(`${authority}: ${step}`);
}

describe('applyAction, exhaustively', () => {
  it.each(recordTypeIds)('takes exactly the listed steps of %s', (recordType) => {
    const differing: string[] = [];
    for (const [positionName, position] of Object.entries(positions)) {
      for (const action of actions) {
        for (const role of roles) {
          for (const [scopeName, scope] of Object.entries(scopes)) {
            const usul = { recordType, position, revision: 2, version: 5, place, employeeNip };
            const step = applyAction(usul, { role, scope }, action, usul);
            const next = expectedNext(recordType, positionName, action, role, scopeName);
            const expected = next === undefined ? undefined : positions[next];
            const actual = step.ok ? step.value.position : undefined;
            if (JSON.stringify(actual) !== JSON.stringify(expected)) {
              differing.push(`${positionName} ${action} ${role} ${scopeName}`);
            }
          }
        }
      }
    }
    expect(differing).toEqual([]);
  });

  it('lets BKN central validate only central instansi, and regional offices only regional ones', () => {
    const usul: WorkflowUsul = {
      recordType: 'golongan',
      position: { kind: 'menunggu', stage: 'validasi' },
      revision: 1,
      version: 1,
      place: { ...place, instansiKind: 'pusat' },
      employeeNip,
    };
    const act = (scope: Scope) =>
      applyAction(usul, { role: 'validator', scope }, 'teruskan', usul).ok;
    expect(act({ kind: 'bkn_pusat' })).toBe(true);
    expect(act({ kind: 'kanreg', id: 'kr' })).toBe(false);
  });

  it('raises the revision on resubmission only, and the version on every step', () => {
    const returned: WorkflowUsul = {
      recordType: 'kursus',
      position: { kind: 'perbaikan', returnedFrom: 'verifikasi' },
      revision: 2,
      version: 5,
      place,
      employeeNip,
    };
    const asn = { role: 'asn', scope: { kind: 'employee', id: 'asn' } } as const;
    expect(applyAction(returned, asn, 'ajukan_ulang', returned)).toEqual({
      ok: true,
      value: { position: { kind: 'menunggu', stage: 'verifikasi' }, revision: 3, version: 6 },
    });
    expect(applyAction(returned, asn, 'tarik', returned)).toEqual({
      ok: true,
      value: { position: { kind: 'selesai', result: 'ditarik' }, revision: 2, version: 6 },
    });
  });
});

describe('two pairs of eyes, exhaustively', () => {
  const nip = '198013012005011002';
  /** The actor is `a`, with that number. */
  const people: readonly (readonly [string, Person, boolean])[] = [
    ['the same account', { id: 'a', nip: null }, true],
    ['another account with the same number', { id: 'b', nip: '19801301 200501 1 002' }, true],
    ['another account whose user name is that number', { id: 'b', username: nip }, true],
    ['somebody else', { id: 'b', nip: '198013012005011003', username: 'b' }, false],
    ['somebody of whom no number is known', { id: 'b', nip: null, username: 'b' }, false],
  ];
  const after: Readonly<Record<string, readonly string[]>> = {
    mv: [],
    mb: ['verifikasi'],
    mp: ['verifikasi', 'validasi'],
  };

  it.each(people)('%s', (_name, by, isSame) => {
    const differing: string[] = [];
    let refused = 0;
    // One that BKN validates, and one that it does not.
    for (const recordType of ['golongan', 'kursus'] as const) {
      for (const [name, position] of Object.entries(positions)) {
        for (const stage of activeStages) {
          for (const action of actions) {
            for (const role of roles) {
              for (const scope of Object.values(scopes)) {
                const usul = { recordType, position, revision: 2, version: 5, place, employeeNip };
                const actor = { role, scope, id: 'a', nip, username: 'a' };
                const free = applyAction(usul, actor, action, usul);
                const step = applyAction(
                  { ...usul, decided: [{ stage, by }] },
                  actor,
                  action,
                  usul,
                );
                const isBarred = isSame && free.ok && (after[name] ?? []).includes(stage);
                const isDecision = !['jawab', 'ajukan_ulang', 'tarik'].includes(action);
                const expected =
                  isBarred && isDecision ? { ok: false, error: { kind: 'sudah_memutus' } } : free;
                if (isBarred && isDecision) refused += 1;
                if (JSON.stringify(step) !== JSON.stringify(expected)) {
                  differing.push(`${recordType} ${name} ${stage} ${action} ${role} ${scope.kind}`);
                }
              }
            }
          }
        }
      }
    }
    expect(differing).toEqual([]);
    expect(refused > 0).toBe(isSame);
  });
});

describe('refusals', () => {
  const usul: WorkflowUsul = {
    recordType: 'kursus',
    position: { kind: 'menunggu', stage: 'verifikasi' },
    revision: 2,
    version: 5,
    place,
    employeeNip,
  };
  const verifikator = { role: 'verifikator', scope: { kind: 'opd', id: 'dinas' } } as const;

  it.each([
    { revision: 1, version: 5 },
    { revision: 2, version: 4 },
    { revision: 2, version: 6 },
    { revision: 3, version: 5 },
  ])('name a judged state other than the present one (%o)', (judged) => {
    expect(applyAction(usul, verifikator, 'teruskan', judged)).toEqual({
      ok: false,
      error: { kind: 'usul_berubah' },
    });
  });

  it('tell a foreign account nothing of the state, not even that it changed', () => {
    const foreign = { role: 'verifikator', scope: { kind: 'opd', id: 'lain' } } as const;
    expect(applyAction(usul, foreign, 'teruskan', { revision: 1, version: 1 })).toEqual({
      ok: false,
      error: { kind: 'bukan_wewenang' },
    });
  });

  it('tell the wrong role from an impossible action', () => {
    const approver = { role: 'approver', scope: { kind: 'instansi', id: 'kab' } } as const;
    expect(applyAction(usul, approver, 'teruskan', usul)).toEqual({
      ok: false,
      error: { kind: 'bukan_wewenang' },
    });
    expect(applyAction(usul, verifikator, 'kembalikan', usul)).toEqual({
      ok: false,
      error: { kind: 'tidak_mungkin' },
    });
  });

  it('leave an own usul to others, and tell it only who covers it', () => {
    const own = { ...verifikator, nip: '19801301 200501 1 001' };
    expect(applyAction(usul, own, 'teruskan', usul)).toEqual({
      ok: false,
      error: { kind: 'milik_sendiri' },
    });
    const foreign = { ...own, scope: { kind: 'opd', id: 'lain' } } as const;
    expect(applyAction(usul, foreign, 'teruskan', usul)).toEqual({
      ok: false,
      error: { kind: 'bukan_wewenang' },
    });
    const asn = { role: 'asn', scope: { kind: 'employee', id: 'asn' }, nip: employeeNip } as const;
    expect(applyAction(usul, asn, 'tarik', usul).ok).toBe(true);
  });

  it('do not let an ASN act with a scope that an ASN cannot have', () => {
    const asn = { role: 'asn', scope: { kind: 'instansi', id: 'kab' } } as const;
    expect(applyAction(usul, asn, 'tarik', usul).ok).toBe(false);
  });
});
