import type { DocumentKind } from '#renderer/evidence/matching/document/kinds/kind-clues.ts';
import type { RecordTypeId } from '#shared/records/record-type.ts';

const decreeOfMove: readonly DocumentKind[] = ['sk_pindah', 'surat_pindah', 'sk_jabatan'];

/**
 * Kinds that each document of a record type may be, by id of its DocumentSpec (domain.md 2.11). Wider than the label
 * says where practice is: the first golongan is proven with the SK CPNS, study leave with its own decree, the
 * inauguration with an SPMT.
 */
const acceptedKinds: Readonly<Record<string, readonly DocumentKind[]>> = {
  '2': ['nota_nip', 'pertek'],
  '858': ['sk_kenaikan_pangkat', 'sk_cpns', 'sk_pns', 'sk_pmk'],
  '867': ['sk_gelar'],
  '870': ['ijazah'],
  '871': ['transkrip'],
  '872': ['sk_jabatan', 'sk_cpns', 'sk_pns', 'sk_pppk'],
  '873': ['surat_pelantikan', 'spmt'],
  '874': ['sertifikat'],
  '879': ['pak'],
  '881': ['sertifikat'],
  '884': ['sk_cltn', 'sk_tugas_belajar'],
  '885': ['pertek'],
  '887': ['sk_pns'],
  '888': ['spmt', 'surat_pelantikan'],
  '889': ['sk_cpns'],
  '890': ['skp_evaluasi', 'skp_prestasi'],
  '891': ['skp_prestasi', 'skp_evaluasi'],
  '892': ['piagam'],
  '1643': ['pertek'],
  '1644': ['sk_pmk'],
  'mv-akta-cerai': ['akta_cerai'],
  'mv-akta-kematian': ['akta_kematian'],
  'mv-akta-lahir-anak': ['akta_kelahiran'],
  'mv-bpjs': ['bpjs'],
  'mv-buku-nikah': ['akta_nikah'],
  'mv-dp3': ['dp3', 'skp_prestasi'],
  'mv-karis-karsu': ['karis_karsu'],
  'mv-karpeg': ['karpeg'],
  'mv-kartu-keluarga': ['kartu_keluarga'],
  'mv-ktp': ['ktp'],
  'mv-npwp': ['npwp'],
  'mv-pertek-c2th': ['pertek'],
  'mv-pertek-kp': ['pertek'],
  'mv-pertek-pi': ['pertek'],
  'mv-sk-asal': decreeOfMove,
  'mv-sk-organisasi': ['sk_organisasi'],
  'mv-sk-pengaktifan': ['sk_pengaktifan', 'sk_jabatan'],
  'mv-sk-pi': decreeOfMove,
  'mv-sk-tujuan': decreeOfMove,
  'mv-spmt': ['spmt', 'surat_pelantikan'],
  'mv-sttpl': ['sertifikat'],
  'mv-surat-dokter': ['surat_dokter'],
  'mv-surat-usul-pi': ['surat_pindah'],
  'mv-taspen': ['taspen'],
};

/** Where a document of a record type may be of further kinds. */
const further: Partial<Readonly<Record<RecordTypeId, readonly DocumentKind[]>>> = {
  // A course may be rewarded with a charter, and an honour be called a certificate.
  kursus: ['piagam'],
};

/** Kinds that a document of this record type may be; empty when any may (an id that this version does not know). */
export function expectedKinds(
  documentId: string,
  recordType: RecordTypeId,
): readonly DocumentKind[] {
  const accepted = acceptedKinds[documentId];
  return accepted ? [...accepted, ...(further[recordType] ?? [])] : [];
}
