import { plainText } from '#server/cli/plain-text.ts';
import type { AssignedMany, AssignRefusal, LeftUsul } from '#server/assignment/assign-many.ts';
import type { Absence } from '#server/assignment/absences.ts';
import type { NamedCandidate } from '#server/assignment/people.ts';
import type { KeptRule } from '#server/assignment/rules.ts';
import type { AssignmentRule } from '#shared/workflow/assignment/assignment-rule.ts';
import { stageLabels } from '#shared/workflow/workflow-labels.ts';

const scopeForm = 'CAKUPAN';

const ruleNames: Readonly<Record<AssignmentRule['kind'], string>> = {
  kolam: 'kolam',
  per_unor: 'menurut unor',
  bergilir: 'bergilir, usul satu ASN bersama',
  manual: 'ditugaskan admin',
};

const refusals: Readonly<Record<AssignRefusal, string>> = {
  tidak_ada: 'Penunjukan itu tidak ada. Lihat: npm run server -- appointment list',
  tidak_berlaku: 'Penunjukan itu tidak berlaku hari ini.',
  tahap_lain: 'Penunjukan itu tidak memutus pada tahap itu.',
};

const whyLeft: Readonly<Record<LeftUsul['why'], string>> = {
  milik_sendiri: 'milik orang itu sendiri',
  sudah_memutus: 'sudah diputusnya pada tahap sebelumnya',
  di_luar_cakupan: 'di luar cakupannya',
};

/** What the commands on assignment say. */
export const assignmentTexts = {
  scope: scopeForm,
  file: 'BERKAS',
  appointment: 'PENUNJUKAN',
  account: 'AKUN',
  id: 'ID',
  showSummary:
    'Aturan penugasan satu cakupan (opd:ID, instansi:ID, kanreg:ID, bkn_pusat), dan siapa memegang berapa',
  setSummary:
    'Menyimpan aturan penugasan dari berkas JSON, dan menerapkannya (contoh: server/README.md)',
  assignSummary: 'Menugaskan usul yang menunggu kepada satu penunjukan',
  stage: { argument: 'TAHAP', summary: 'verifikasi, validasi, atau persetujuan' },
  opd: { argument: 'OPD', summary: 'Hanya usul OPD ini' },
  unor: { argument: 'UNOR', summary: 'Hanya usul unor ini' },
  type: { argument: 'JENIS', summary: 'Hanya jenis riwayat ini' },
  from: { argument: 'PENUNJUKAN', summary: 'Hanya usul yang dipegang penunjukan ini' },
  reason: { argument: 'ALASAN', summary: 'Alasan, tampil bagi yang ditugasi' },
  leaveAdd: 'Mencatat cuti satu akun: aturan penugasan melewatinya pada hari-hari itu',
  leaveEnd: 'Membatalkan catatan cuti',
  leaveList: 'Daftar cuti yang sedang atau akan berjalan',
  askFrom: 'Cuti sejak (tttt-bb-hh): ',
  askUntil: 'Cuti sampai dengan (tttt-bb-hh): ',
  wrongScope: (text: string) =>
    `Cakupan ${plainText(text)} tidak ada, atau tidak memutus pada tahap itu.`,
  wrongFile: (path: string, place: string) =>
    `Berkas ${path} tidak dapat dipakai. Periksa "${plainText(place)}". Tidak ada yang diubah.`,
  unreadable: (path: string) => `Berkas ${path} tidak dapat dibaca sebagai JSON.`,
  unknownPeople: (ids: readonly string[]) =>
    `Bukan penunjukan yang memutus dalam cakupan itu: ${ids.join(', ')}. Tidak ada yang diubah.`,
  wrongOption: (name: string) => `Pilihan --${name} tidak sah.`,
  wrongDay: 'Tanggal tidak sah. Tidak ada yang diubah.',
  unknownAccount: (login: string) => `Akun "${plainText(login)}" tidak ada.`,
  noRule: 'Belum ada aturan: semua usul dalam kolam bersama.',
  rule: ({ stage, version, validFrom, rule }: KeptRule) =>
    `${stageLabels[stage]}: ${ruleNames[rule.kind]}${rule.kind === 'kolam' && rule.ambil ? ', yang membuka mengambil' : ''} ` +
    `(versi ${version}, berlaku mulai ${validFrom})`,
  person: ({ appointmentId, name, load, onLeave }: NamedCandidate) =>
    `  ${appointmentId}  ${plainText(name)}: ${load} usul${onLeave ? ', sedang cuti' : ''}`,
  kept: (version: number, given: number) =>
    `Aturan tersimpan (versi ${version}); ${given} usul yang menunggu dibagi menurut aturan itu.`,
  assigned: ({ assigned, left }: AssignedMany) => {
    const counts = new Map<LeftUsul['why'], number>();
    for (const { why } of left) counts.set(why, (counts.get(why) ?? 0) + 1);
    const others = [...counts].map(([why, count]) => `${count} ${whyLeft[why]}`);
    return `${assigned} usul ditugaskan.${left.length === 0 ? '' : ` Tidak ditugaskan: ${others.join('; ')}.`}`;
  },
  refused: (why: AssignRefusal) => refusals[why],
  leaveAdded: (id: string) => `Cuti dicatat (${id}).`,
  leaveEnded: (id: string) => `Catatan cuti ${id} dibatalkan.`,
  noLeave: (id: string) => `Catatan cuti ${plainText(id)} tidak ada, atau sudah dibatalkan.`,
  noLeaves: 'Tidak ada cuti yang sedang atau akan berjalan.',
  leave: ({ id, username, displayName, from, until }: Absence) =>
    `${id}  ${plainText(username)}, ${plainText(displayName)}: ${from} s.d. ${until}`,
} as const;
