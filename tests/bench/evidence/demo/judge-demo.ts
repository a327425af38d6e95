import type { FaultKind, PlannedUsul } from '#build/demo/plan/demo-plan.ts';
import type { CaseFieldEvidence } from '#renderer/core/evidence/evidence-contract.ts';
import type { DocumentWarning } from '#renderer/evidence/matching/document/document-warning.ts';
import type { ShownUsul } from '#tests/bench/evidence/demo/shown-usul.ts';

/** Ways in which a planted fault comes to a person's notice: the plainest one that holds. */
export const noticedBy = ['warning', 'another value', 'likeness', 'not found', 'nothing'] as const;
/** Way in which a planted fault comes to a person's notice. */
export type NoticedBy = (typeof noticedBy)[number];

/** Which warnings speak of a fault; another one would only be luck. */
const warningsOf: Readonly<Record<FaultKind, readonly DocumentWarning['kind'][]>> = {
  angka_berubah: [],
  tanggal_tertukar: [],
  dokumen_orang_lain: ['orang_lain', 'jenis_lain'],
  halaman_hilang: ['halaman_kurang'],
  pindaian_kabur: ['mutu', 'tidak_dapat_dibaca'],
  pindaian_kosong: ['mutu', 'tidak_dapat_dibaca'],
  dokumen_dipakai_ulang: ['dipakai_usul_lain', 'orang_lain'],
  data_ganda: [],
  tahun_mustahil: [],
  isian_bertentangan: [],
  riwayat_melompat: [],
  hapus_tanpa_dasar: ['membuktikan'],
};

/** What the screen says of the fields and documents that a planted fault concerns. */
export interface Notice {
  readonly noticed: NoticedBy;
  readonly warnings: readonly string[];
  /** Each field of the fault: what was proposed, what the document says, and what was made of it. */
  readonly fields: readonly string[];
}

/** How the screen shows a planted fault. */
export function noticeOf({ fault, values }: PlannedUsul, shown: ShownUsul): Notice {
  const own = (fault?.fields ?? []).flatMap((field) => shown.fields.get(field) ?? []);
  const telling = fault
    ? shown.warnings.filter(({ kind }) => warningsOf[fault.kind].includes(kind))
    : [];
  return {
    noticed: noticedWith(telling, own),
    warnings: shown.warnings.map(warningText),
    fields: own.map(
      (evidence) =>
        `${evidence.field}: "${values[evidence.field] ?? ''}", paper "${fault?.documentSays[evidence.field] ?? '?'}", ${evidenceText(evidence)}`,
    ),
  };
}

function noticedWith(
  telling: readonly DocumentWarning[],
  own: readonly CaseFieldEvidence[],
): NoticedBy {
  if (telling.length > 0) return 'warning';
  if (own.some(({ status }) => status === 'berbeda')) return 'another value';
  if (own.some(({ status }) => status === 'mirip')) return 'likeness';
  return own.some(({ status }) => status === 'tidak_ditemukan') ? 'not found' : 'nothing';
}

/** What the screen says against an usul in which nothing is wrong. */
export interface HonestUsul {
  readonly warnings: readonly string[];
  /** Fields at whose label another value is said to stand. */
  readonly differing: readonly string[];
  /** Every field that is left to the person, with what was made of it. */
  readonly left: readonly string[];
  readonly fields: number;
}

/** Judges an usul without a fault. */
export function judgeHonest({ values }: PlannedUsul, { fields, warnings }: ShownUsul): HonestUsul {
  const all = [...fields.values()];
  return {
    warnings: warnings.map(warningText),
    differing: all.filter(({ status }) => status === 'berbeda').map(({ field }) => field),
    left: all
      .filter(({ status }) => status !== 'ditemukan')
      .map((one) => `${one.field}: "${values[one.field] ?? ''}", ${evidenceText(one)}`),
    fields: all.length,
  };
}

function warningText({ kind, detail, flaws }: DocumentWarning): string {
  return [kind, detail, ...flaws].filter((part) => part !== '').join(' ');
}

function evidenceText(evidence: CaseFieldEvidence): string {
  if (evidence.status === 'tidak_ditemukan') return evidence.status;
  const { printed, label, page } = evidence.place;
  const because = evidence.status === 'mirip' ? ` (${evidence.because})` : '';
  return `${evidence.status}${because} "${printed}" at ${label ?? 'no label'}, page ${page}`;
}
