import { findAccountByLogin } from '#server/accounts/accounts.ts';
import {
  listSubstitutions,
  type ListedSubstitution,
} from '#server/assignment/list-substitutions.ts';
import {
  addSubstitution,
  endSubstitution,
  type SubstitutionRefusal,
} from '#server/assignment/substitutions.ts';
import type { CliCommand, CommandCall } from '#server/cli/cli-command.ts';
import { plainText } from '#server/cli/plain-text.ts';
import { readId } from '#server/cli/read-id.ts';
import { StartProblem } from '#server/cli/start-problem.ts';
import { isLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import { substitutionKinds } from '#shared/workflow/assignment/substitution.ts';

const refusals: Readonly<Record<SubstitutionRefusal, string>> = {
  tidak_ada: 'Penunjukan itu tidak ada. Lihat: npm run server -- appointment list',
  tidak_memutus: 'Penunjukan itu tidak memutus usul.',
  akun_tidak_ada: 'Akun penggantinya tidak ada.',
  orang_sama: 'Pengganti adalah orang yang sama.',
};

const texts = {
  appointment: 'PENUNJUKAN',
  id: 'ID',
  add: 'Mencatat pengganti (Plh. atau Plt.) bagi satu penunjukan antara dua tanggal',
  end: 'Mengakhiri satu penggantian',
  list: 'Daftar penggantian yang belum diakhiri',
  askWho: 'Akun pengganti (nama pengguna atau NIP): ',
  askKind: 'Sebutan (Plh. atau Plt.): ',
  askFrom: 'Berlaku sejak (tttt-bb-hh): ',
  askUntil: 'Berlaku sampai dengan (tttt-bb-hh): ',
  askLetterNumber: 'Nomor surat perintah: ',
  askLetterDate: 'Tanggal surat perintah (tttt-bb-hh): ',
  wrong: (question: string) =>
    `Isian "${question.split(/[(:]/u)[0]!.trim()}" tidak sah. Tidak ada yang diubah.`,
  added: (id: string, given: boolean) =>
    `Penggantian dicatat (${id}).${given ? ' Pengganti mendapat penunjukan untuk hari-hari itu.' : ''}`,
  ended: (id: string) => `Penggantian ${id} diakhiri.`,
  notThere: (id: string) => `Penggantian ${plainText(id)} tidak ada, atau sudah diakhiri.`,
  none: 'Tidak ada penggantian.',
  line: ({ id, substitute, holder, kind, from, until, letterNumber }: ListedSubstitution) =>
    `${id}  ${plainText(substitute)} a.n. ${plainText(holder)}, ${kind}, ${plainText(letterNumber)}: ${from} s.d. ${until}`,
} as const;

/** `substitution …`: who decides in whose place. */
export const substitutionCommands: readonly CliCommand[] = [
  { name: 'substitution add', argument: texts.appointment, summary: texts.add, run: add },
  { name: 'substitution end', argument: texts.id, summary: texts.end, run: end },
  { name: 'substitution list', summary: texts.list, run: list },
];

async function add({ db, argument, ask, print }: CommandCall): Promise<void> {
  const holderId = readId(argument);
  if (holderId === undefined) throw new StartProblem(refusals.tidak_ada);
  const account = await findAccountByLogin(db, (await ask(texts.askWho)).trim());
  if (!account) throw new StartProblem(refusals.akun_tidak_ada);
  const typed = (await ask(texts.askKind)).trim().toLowerCase();
  const kind = substitutionKinds.find((one) => one.toLowerCase().startsWith(typed));
  if (!kind || typed.length < 3) throw new StartProblem(texts.wrong(texts.askKind));
  const from = await askDay(ask, texts.askFrom);
  const until = await askDay(ask, texts.askUntil);
  if (until < from) throw new StartProblem(texts.wrong(texts.askUntil));
  const number = (await ask(texts.askLetterNumber)).trim().slice(0, 200);
  if (number === '') throw new StartProblem(texts.wrong(texts.askLetterNumber));
  const letter = { number, date: await askDay(ask, texts.askLetterDate) };
  const one = { holderId, substituteId: account.id, kind, from, until, letter };
  const made = await addSubstitution(db, one, null);
  if (!made.ok) throw new StartProblem(refusals[made.error]);
  print(texts.added(made.value.id, made.value.given));
}

async function end({ db, argument, print }: CommandCall): Promise<void> {
  const id = readId(argument);
  if (id === undefined || !(await endSubstitution(db, id, null, new Date()))) {
    throw new StartProblem(texts.notThere(argument));
  }
  print(texts.ended(id));
}

async function list({ db, print }: CommandCall): Promise<void> {
  const all = await listSubstitutions(db);
  if (all.length === 0) print(texts.none);
  for (const one of all) print(texts.line(one));
}

async function askDay(ask: CommandCall['ask'], question: string): Promise<LocalDate> {
  const text = (await ask(question)).trim();
  if (isLocalDate(text)) return text;
  throw new StartProblem(texts.wrong(question));
}
