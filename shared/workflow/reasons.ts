import type { UsulKind } from '#shared/records/usul.ts';
import type { Deed, Outcome } from '#shared/workflow/decision.ts';

/** A reason that is given for returning or refusing an usul. */
export interface Reason {
  readonly code: string;
  readonly label: string;
  /** Outcomes for which the reason makes sense. */
  readonly outcomes: readonly Outcome[];
  /** Whether the note must say more. */
  readonly needsNote: boolean;
  /** Kinds of usul for which it is offered; all where absent. */
  readonly kinds?: readonly UsulKind[];
}

/**
 * The catalogue of reasons. BKN publishes none for PDM; the list follows domain.md 4.6 (built from rules and
 * complaints). Codes are ours and never reused.
 */
export const reasons: readonly Reason[] = [
  {
    code: 'DATA_BEDA',
    label: 'Data tidak sesuai dengan dokumen',
    outcomes: ['perbaikan', 'tolak', 'kembalikan'],
    needsNote: false,
  },
  {
    code: 'DOK_SALAH',
    label: 'Dokumen salah atau tertukar',
    outcomes: ['perbaikan', 'tolak', 'kembalikan'],
    needsNote: false,
  },
  {
    code: 'DOK_KABUR',
    label: 'Dokumen tidak terbaca',
    outcomes: ['perbaikan', 'tolak', 'kembalikan'],
    needsNote: false,
  },
  {
    code: 'HAL_KURANG',
    label: 'Halaman dokumen tidak lengkap',
    outcomes: ['perbaikan', 'tolak', 'kembalikan'],
    needsNote: false,
  },
  {
    code: 'BUKAN_ASLI',
    label: 'Bukan pindaian dokumen asli',
    outcomes: ['perbaikan', 'tolak'],
    needsNote: false,
  },
  {
    code: 'FILE_RUSAK',
    label: 'File rusak, bukan PDF, atau lebih dari 1 MB',
    outcomes: ['perbaikan', 'tolak'],
    needsNote: false,
  },
  {
    code: 'ORANG_LAIN',
    label: 'Dokumen milik orang lain',
    outcomes: ['perbaikan', 'tolak', 'kembalikan'],
    needsNote: false,
  },
  {
    code: 'DOK_KURANG',
    label: 'Dokumen wajib belum diunggah',
    outcomes: ['perbaikan', 'tolak'],
    needsNote: false,
  },
  {
    code: 'BUKAN_AKHIR',
    label: 'Bukan riwayat terakhir',
    outcomes: ['perbaikan', 'tolak'],
    needsNote: false,
    kinds: ['tambah', 'ubah'],
  },
  {
    code: 'DUPLIKAT',
    label: 'Sama dengan riwayat yang sudah ada',
    outcomes: ['perbaikan', 'tolak'],
    needsNote: false,
    kinds: ['tambah', 'ubah'],
  },
  {
    code: 'SALAH_JENIS',
    label: 'Salah jenis riwayat',
    outcomes: ['perbaikan', 'tolak'],
    needsNote: false,
  },
  {
    code: 'SALAH_UNOR',
    label: 'Salah unor verifikator',
    outcomes: ['perbaikan', 'tolak'],
    needsNote: false,
  },
  {
    code: 'HAPUS_TAK_BERDASAR',
    label: 'Alasan penghapusan tidak terbukti',
    outcomes: ['perbaikan', 'tolak', 'kembalikan'],
    needsNote: false,
    kinds: ['hapus'],
  },
  {
    code: 'NILAI_KURANG',
    label: 'Penilaian isian perlu diulang',
    outcomes: ['kembalikan'],
    needsNote: false,
  },
  {
    code: 'PERINGATAN_LEWAT',
    label: 'Peringatan belum dijelaskan',
    outcomes: ['kembalikan'],
    needsNote: false,
  },
  {
    code: 'LAIN',
    label: 'Alasan lain (tuliskan dalam catatan)',
    outcomes: ['perbaikan', 'tolak', 'kembalikan'],
    needsNote: true,
  },
];

/** Whether a reason makes sense for what is done; false for one that this version does not know. */
export function isReasonFor(reason: Reason | undefined, deed: Deed): boolean {
  return reason?.outcomes.some((outcome) => outcome === deed) === true;
}

const byCode = new Map(reasons.map((reason) => [reason.code, reason]));

/** The reason with this code; undefined for a code that this version does not know. */
export function findReason(code: string): Reason | undefined {
  return byCode.get(code);
}
