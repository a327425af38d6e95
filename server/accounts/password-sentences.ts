import type { PasswordFault } from '#server/accounts/password-policy.ts';
import { passwordLength } from '#shared/contract/activation.ts';

const sentences: Readonly<Record<PasswordFault, string>> = {
  pendek: `Kata sandi paling sedikit ${passwordLength.least} huruf.`,
  panjang: `Kata sandi paling banyak ${passwordLength.most} huruf.`,
  nip: 'Kata sandi tidak boleh memuat NIP atau tanggal dari NIP.',
  nama: 'Kata sandi tidak boleh memuat nama orang atau nama penggunanya.',
  umum: 'Kata sandi ini terlalu umum dan mudah ditebak.',
};

/** Why a password is not taken, in sentences. */
export function passwordFaultSentences(faults: readonly PasswordFault[]): string {
  return faults.map((fault) => sentences[fault]).join(' ');
}
