import {
  doubtfulPasswords,
  endSessions,
  findAccountByLogin,
  type DoubtfulPassword,
} from '#server/accounts/accounts.ts';
import { removeFactor } from '#server/accounts/factor/second-factor.ts';
import { plainText } from '#server/cli/plain-text.ts';
import { findPasswordFaults, type PasswordFault } from '#server/accounts/password-policy.ts';
import { passwordFaultSentences } from '#server/accounts/password-sentences.ts';
import { hashPassword } from '#server/accounts/passwords.ts';
import type { CliCommand } from '#server/cli/cli-command.ts';
import { StartProblem } from '#server/cli/start-problem.ts';
import { changePassword } from '#server/session/change-password.ts';
import { actOf } from '#server/store/audit.ts';
import { inTransaction } from '#server/store/database.ts';

const texts = {
  argument: 'AKUN',
  summary: 'Mengganti kata sandi satu akun (nama pengguna atau NIP); semua sesinya berakhir',
  unknown: (login: string) => `Akun "${login}" tidak ada. Periksa nama pengguna atau NIP-nya.`,
  question: 'Kata sandi baru: ',
  refused: (faults: readonly PasswordFault[]) =>
    [passwordFaultSentences(faults), 'Kata sandi belum diganti.'].join(' '),
  factorSummary:
    'Melepas kode verifikasi satu akun (ponsel hilang); semua sesinya berakhir, kata sandinya tetap',
  noFactor: (name: string) => `Akun ${plainText(name)} tidak memakai kode verifikasi.`,
  factorGone: (name: string) =>
    `Kode verifikasi ${plainText(name)} sudah dilepas; semua sesinya berakhir.`,
  listSummary: 'Daftar akun yang kata sandinya tidak memenuhi ketentuan, atau belum diketahui',
  allGood: 'Kata sandi semua akun memenuhi ketentuan.',
  doubtful: ({ username, displayName, unknown }: DoubtfulPassword) =>
    `${plainText(username)}  ${plainText(displayName)}: ${unknown ? 'belum diketahui (belum masuk sejak ketentuan berlaku)' : 'tidak memenuhi ketentuan'}`,
  changed: (name: string) =>
    `Kata sandi ${name} sudah diganti; semua sesinya berakhir, dan pemiliknya diminta memilih kata sandi lain saat masuk.`,
} as const;

/** `set-password ACCOUNT`: gives an account a new password, which is typed, and never named in the call. */
export const setPasswordCommand: CliCommand = {
  name: 'set-password',
  argument: texts.argument,
  summary: texts.summary,
  async run({ db, argument, print, askSecret }) {
    const found = await findAccountByLogin(db, argument);
    if (!found) throw new StartProblem(texts.unknown(argument));
    const password = await askSecret(texts.question);
    const faults = findPasswordFaults(password, found);
    if (faults.length > 0) throw new StartProblem(texts.refused(faults));
    await changePassword(db, found.id, await hashPassword(password), new Date());
    print(texts.changed(found.displayName));
  },
};

/** `factor reset ACCOUNT`: takes a second factor away, for whoever lost it and has no other admin; audited as the server's own. */
export const resetFactorCommand: CliCommand = {
  name: 'factor reset',
  argument: texts.argument,
  summary: texts.factorSummary,
  async run({ db, argument, print }) {
    const found = await findAccountByLogin(db, argument);
    if (!found) throw new StartProblem(texts.unknown(argument));
    const isGone = await inTransaction(db, async (tx) => {
      const entry = actOf(null, 'faktor_diatur_ulang', { holder: found.id });
      const removed = await removeFactor(tx, found.id, entry);
      if (removed) await endSessions(tx, found.id, new Date());
      return removed;
    });
    if (!isGone) throw new StartProblem(texts.noFactor(found.displayName));
    print(texts.factorGone(found.displayName));
  },
};

/** `password list`: whose password an admin should see to. */
export const listPasswordsCommand: CliCommand = {
  name: 'password list',
  summary: texts.listSummary,
  async run({ db, print }) {
    const doubtful = await doubtfulPasswords(db);
    if (doubtful.length === 0) print(texts.allGood);
    for (const one of doubtful) print(texts.doubtful(one));
  },
};
