import { assertNever } from '#shared/kernel/assert-never.ts';
import type { Role } from '#shared/workflow/authority/roles.ts';
import { deciderOf } from '#shared/workflow/authority/authority.ts';
import type { Deed, FieldVerdict } from '#shared/workflow/decision.ts';
import { stageOf } from '#shared/workflow/stage-work.ts';
import type { ActiveStage, UsulKind, UsulPosition } from '#shared/records/usul.ts';

/** Names of the outcomes, as on the decision buttons of those who pass an usul on; and of an answer. */
export const outcomeLabels: Readonly<Record<Deed, string>> = {
  teruskan: 'Memenuhi syarat',
  perbaikan: 'Perlu perbaikan',
  tolak: 'Tidak memenuhi syarat',
  koordinasi: 'Koordinasi BKPSDM',
  kembalikan: 'Kembalikan ke verifikator',
  jawab: 'Jawaban atas pertanyaan',
};

const ownOutcomeLabels: Readonly<Partial<Record<Role, Partial<Record<Deed, string>>>>> = {
  approver: { teruskan: 'Setujui' },
};

/** What a role calls what it does. */
export function outcomeLabelsOf(role: Role): Readonly<Record<Deed, string>> {
  return { ...outcomeLabels, ...ownOutcomeLabels[role] };
}

/** What whoever decides an usul at this position calls it. */
export function outcomeLabelsAt(position: UsulPosition): Readonly<Record<Deed, string>> {
  return outcomeLabelsOf(deciderOf(stageOf(position)));
}

/** Names of the verdicts on one field. */
export const verdictLabels: Readonly<Record<FieldVerdict['verdict'], string>> = {
  sesuai: 'Sesuai',
  tidak_sesuai: 'Tidak sesuai',
  tidak_terbaca: 'Tidak terbaca',
  dikoreksi: 'Dikoreksi',
};

/** Names of the verdicts on the reason of a deletion. */
export const deletionVerdictLabels: Readonly<Record<FieldVerdict['verdict'], string>> = {
  sesuai: 'Alasan benar',
  tidak_sesuai: 'Alasan tidak benar',
  tidak_terbaca: 'Tidak dapat dipastikan',
  // Of no deletion; the reason of one is chosen, not put right.
  dikoreksi: 'Dikoreksi',
};

/** Names of the verdicts on what is judged of an usul of this kind. */
export function verdictLabelsOf(kind: UsulKind): Readonly<Record<FieldVerdict['verdict'], string>> {
  return kind === 'hapus' ? deletionVerdictLabels : verdictLabels;
}

/** Names of the stages. */
export const stageLabels: Readonly<Record<ActiveStage, string>> = {
  verifikasi: 'Verifikasi OPD',
  validasi: 'Validasi BKN',
  persetujuan: 'Persetujuan BKPSDM',
};

/** Names of the roles. */
export const roleLabels: Readonly<Record<Role, string>> = {
  asn: 'ASN',
  verifikator: 'Verifikator OPD',
  approver: 'Approver BKPSDM',
  validator: 'Validator BKN',
  monitor: 'Pemantau',
  admin: 'Admin instansi',
  helpdesk: 'Helpdesk',
};

/** The name of a role; a newer server may know more of them than this version. */
export function roleName(role: string): string {
  const names: Readonly<Record<string, string>> = roleLabels;
  return names[role] ?? role;
}

/** A position in words: our own short name, and the SIASN status with its code (domain.md 4.5). */
export interface PositionLabel {
  readonly label: string;
  /** BKN's own wording; empty where SIASN has no such status. */
  readonly siasnStatus: string;
  /** BKN's status code; null where SIASN has no such status. */
  readonly siasnCode: string | null;
}

/**
 * Where an usul stands, in words. The SIASN codes follow domain.md 0.8 and 4.3; which code BKN sets after which button is
 * not documented, so this is the best reading, kept in this one place. Coordination and withdrawal are ours alone.
 */
export function positionLabel(position: UsulPosition): PositionLabel {
  switch (position.kind) {
    case 'menunggu':
      return waiting[position.stage];
    case 'koordinasi':
      return { label: 'Koordinasi BKPSDM', siasnStatus: '', siasnCode: null };
    case 'perbaikan':
      return returned[position.returnedFrom];
    case 'selesai':
      return finished[position.result];
    default:
      return assertNever(position);
  }
}

const waiting: Readonly<Record<ActiveStage, PositionLabel>> = {
  verifikasi: { label: 'Menunggu verifikasi', siasnStatus: 'Input Berkas', siasnCode: '1' },
  validasi: {
    label: 'Menunggu validasi BKN',
    siasnStatus: 'Berkas Disimpan (Terverifikasi)',
    siasnCode: '2',
  },
  persetujuan: {
    label: 'Menunggu persetujuan',
    siasnStatus: 'Berkas Disimpan (Terverifikasi)',
    siasnCode: '2',
  },
};

const returned: Readonly<Record<ActiveStage, PositionLabel>> = {
  verifikasi: {
    label: 'Perbaikan oleh ASN',
    siasnStatus: 'Perbaikan Dokumen - MYSAPK',
    siasnCode: '50',
  },
  validasi: {
    label: 'Perbaikan oleh ASN',
    siasnStatus: 'Validasi Usulan – Perbaikan Dokumen',
    siasnCode: '14',
  },
  persetujuan: {
    label: 'Perbaikan oleh ASN',
    siasnStatus: 'Perbaikan Dokumen - Approval',
    siasnCode: '52',
  },
};

const finished: Readonly<
  Record<Extract<UsulPosition, { kind: 'selesai' }>['result'], PositionLabel>
> = {
  disetujui: {
    label: 'Disetujui',
    siasnStatus: 'Telah Update di Profile PNS',
    siasnCode: '31',
  },
  ditolak: { label: 'Ditolak', siasnStatus: 'Tidak Memenuhi Syarat', siasnCode: '6' },
  ditarik: { label: 'Ditarik ASN', siasnStatus: 'Usulan Dihapus', siasnCode: '99' },
};
