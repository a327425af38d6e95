import { plainText } from '#server/cli/plain-text.ts';
import { standingOf, type HeldAppointment } from '#server/accounts/appointments.ts';
import type { Scope } from '#shared/workflow/authority/account.ts';
import type { MergeableAccount } from '#server/accounts/merge-accounts.ts';
import { roles, type Role, type ScopeKind } from '#shared/workflow/authority/roles.ts';
import { roleLabels } from '#shared/workflow/workflow-labels.ts';

const scopeForms: Readonly<Record<ScopeKind, string>> = {
  opd: 'opd:ID',
  instansi: 'instansi:ID',
  kanreg: 'kanreg:ID',
  bkn_pusat: 'bkn_pusat',
  employee: 'employee:ID',
};

const standings = { belum: 'belum berlaku', berlaku: 'berlaku', berakhir: 'berakhir' };

/** What the commands on accounts and appointments say. */
export const appointmentTexts = {
  account: 'AKUN',
  id: 'ID',
  newName: 'NAMA_PENGGUNA',
  list: 'Daftar penunjukan semua akun',
  give: 'Menetapkan penunjukan baru bagi satu akun (nama pengguna atau NIP)',
  end: 'Mengakhiri satu penunjukan',
  add: 'Membuat akun dengan penunjukan pertamanya, misalnya admin pertama server baru',
  addInstansi: 'Mendaftarkan instansi, misalnya yang pertama di server baru',
  askRole: `Tugas (${roles.join(', ')}): `,
  askScope: (kinds: readonly ScopeKind[]) =>
    `Cakupan (${kinds.map((kind) => scopeForms[kind]).join(' atau ')}): `,
  askFrom: 'Berlaku sejak (tttt-bb-hh; kosong: hari ini): ',
  askUntil: 'Berlaku sampai dengan (tttt-bb-hh; kosong: sampai diakhiri): ',
  askLetterNumber: 'Nomor surat penunjukan: ',
  askLetterDate: 'Tanggal surat penunjukan (tttt-bb-hh): ',
  askName: 'Nama: ',
  askNip: 'NIP (kosong: tidak ada): ',
  askPassword: 'Kata sandi: ',
  askInstansiName: 'Nama instansi: ',
  askInstansiKind: 'Jenis (daerah atau pusat): ',
  askTimeZone: 'Zona waktu (WIB, WITA, atau WIT): ',
  askKanreg: 'ID kantor regional BKN: ',
  askKanregName: 'Nama kantor regional itu: ',
  mergeList: 'Daftar akun yang tampaknya milik satu orang',
  merge: 'Menggabungkan akun lain milik orang yang sama ke akun ini (nama pengguna atau NIP)',
  mergeWith: 'akun yang digabungkan, lalu ditutup',
  noneToMerge: 'Tidak ada akun yang tampaknya milik satu orang.',
  mergeable: (group: readonly MergeableAccount[]) =>
    group
      .map(
        ({ username, displayName, nip }) =>
          `${plainText(username)}, ${plainText(displayName)}, NIP ${nip ?? 'tidak ada'}`,
      )
      .join('  |  '),
  askMerge: (kept: MergeableAccount, merged: MergeableAccount) =>
    `Akun ${plainText(merged.username)} (${plainText(merged.displayName)}) digabungkan ke ${plainText(kept.username)} ` +
    `(${plainText(kept.displayName)}) dan ditutup untuk seterusnya. Ketik ${plainText(merged.username)} untuk setuju: `,
  closedOne: 'Salah satu akun itu sudah ditutup.',
  notMerged: {
    sama: 'Keduanya akun yang sama.',
    bukan_satu_orang: 'Nama dan NIP kedua akun itu tidak menunjukkan satu orang.',
    nip_berbeda: 'NIP kedua akun itu berbeda.',
  },
  merged: (kept: MergeableAccount, merged: MergeableAccount, moved: number) =>
    `Akun ${plainText(merged.username)} digabungkan ke ${plainText(kept.username)}; ${moved} penunjukan dipindahkan. ` +
    `Keputusan yang menunggu di PC-nya diserahkan saat PC itu tersambung.`,
  unknown: (login: string) => `Akun "${login}" tidak ada. Periksa nama pengguna atau NIP-nya.`,
  taken: (username: string) => `Nama pengguna atau NIP akun "${username}" sudah dipakai.`,
  instansiTaken: (id: string) => `Instansi ${id} sudah terdaftar.`,
  wrong: (question: string) => `Isian "${question.split(/[(:]/u)[0]!.trim()}" tidak sah.`,
  noSuchScope: (text: string) => `Cakupan ${text} tidak ada, atau bukan untuk tugas itu.`,
  nothingDone: 'Tidak ada yang diubah.',
  none: 'Belum ada penunjukan.',
  given: (name: string, role: Role, scopeName: string, id: string) =>
    `${plainText(name)} ditunjuk sebagai ${roleLabels[role]}, ${plainText(scopeName)} (${id}).`,
  added: (username: string) => `Akun ${username} dibuat.`,
  instansiAdded: (name: string) => `Instansi ${plainText(name)} terdaftar.`,
  ended: (id: string) => `Penunjukan ${id} diakhiri.`,
  notThere: (id: string) =>
    `Penunjukan ${id} tidak ada, atau sudah diakhiri. Lihat: npm run server -- appointment list`,
  line: (held: HeldAppointment, now: Date) => {
    const { account, validFrom, validUntil, letter } = held;
    const until = validUntil === null ? '' : ` s.d. ${validUntil}`;
    const by =
      letter === null ? 'tanpa surat' : `surat ${plainText(letter.number)}, ${letter.date}`;
    return (
      `${account.appointmentId}  ${plainText(account.username)}, ${plainText(account.displayName)}: ` +
      `${roleLabels[account.role]}, ${plainText(account.scopeName)} (${scopeText(account.scope)}), ` +
      `sejak ${validFrom}${until}: ${standings[standingOf(held, now)]}; ${by}`
    );
  },
} as const;

/** A scope as it is typed: `opd:dinas-a`, `bkn_pusat`. */
export function scopeText(scope: Scope): string {
  return scope.kind === 'bkn_pusat' ? scope.kind : `${scope.kind}:${scope.id}`;
}
