import { randomUUID } from 'node:crypto';
import { findAccountByLogin, insertAccounts } from '#server/accounts/accounts.ts';
import { appointmentTexts as texts } from '#server/accounts/appointment-texts.ts';
import {
  endAppointment,
  insertAppointments,
  listAppointments,
} from '#server/accounts/appointments.ts';
import { askAppointment, read } from '#server/accounts/ask-appointment.ts';
import { findMergeable, mergeAccounts } from '#server/accounts/merge-accounts.ts';
import { addInstansi } from '#server/accounts/organisation.ts';
import { findPasswordFaults } from '#server/accounts/password-policy.ts';
import { passwordFaultSentences } from '#server/accounts/password-sentences.ts';
import { hashPassword } from '#server/accounts/passwords.ts';
import type { CliCommand, CommandCall } from '#server/cli/cli-command.ts';
import { readId } from '#server/cli/read-id.ts';
import { StartProblem } from '#server/cli/start-problem.ts';
import { writeAudit } from '#server/store/audit.ts';
import { inTransaction, isUniqueViolation } from '#server/store/database.ts';
import { timeZones } from '#shared/kernel/time-zone.ts';

/** `appointment …`, `account add`, `instansi add`: who may do what, also on a server that nobody can sign in to yet. */
export const accountCommands: readonly CliCommand[] = [
  { name: 'appointment list', summary: texts.list, run: list },
  { name: 'appointment give', argument: texts.account, summary: texts.give, run: giveAppointment },
  { name: 'appointment end', argument: texts.id, summary: texts.end, run: endOne },
  { name: 'account merge list', summary: texts.mergeList, run: listMergeable },
  {
    name: 'account merge',
    argument: texts.account,
    summary: texts.merge,
    options: [{ name: 'with', argument: texts.account, summary: texts.mergeWith, required: true }],
    run: mergeTwo,
  },
  { name: 'account add', argument: texts.newName, summary: texts.add, run: addAccount },
  { name: 'instansi add', argument: texts.id, summary: texts.addInstansi, run: addOneInstansi },
];

async function list({ db, print }: CommandCall): Promise<void> {
  const held = await listAppointments(db);
  if (held.length === 0) print(texts.none);
  for (const one of held) print(texts.line(one, new Date()));
}

async function giveAppointment(call: CommandCall): Promise<void> {
  const { db, argument, print } = call;
  const found = await findAccountByLogin(db, argument);
  if (!found) throw new StartProblem(texts.unknown(argument));
  const { appointment, scopeName } = await askAppointment(call);
  const id = randomUUID();
  await inTransaction(db, (tx) =>
    insertAppointments(tx, [{ ...appointment, id, accountId: found.id }]),
  );
  print(texts.given(found.displayName, appointment.role, scopeName, id));
}

async function endOne({ db, argument, print }: CommandCall): Promise<void> {
  const id = readId(argument);
  const isEnded =
    id !== undefined && (await inTransaction(db, (tx) => endAppointment(tx, id, null, new Date())));
  if (!isEnded) throw new StartProblem(texts.notThere(argument));
  print(texts.ended(id));
}

async function addAccount(call: CommandCall): Promise<void> {
  const { db, ask, askSecret, print } = call;
  const username = call.argument.trim().toLowerCase();
  if (await findAccountByLogin(db, username)) throw new StartProblem(texts.taken(username));
  const displayName = await read(ask, texts.askName, (text) => text.slice(0, 200) || undefined);
  const nip = (await ask(texts.askNip)).replaceAll(/[\s.]/gu, '') || null;
  const { appointment, scopeName } = await askAppointment(call);
  const password = await askSecret(texts.askPassword);
  const faults = findPasswordFaults(password, { username, nip, displayName });
  if (faults.length > 0) {
    throw new StartProblem(`${passwordFaultSentences(faults)} ${texts.nothingDone}`);
  }
  const id = randomUUID();
  const passwordHash = await hashPassword(password);
  try {
    await inTransaction(db, async (tx) => {
      await insertAccounts(tx, [
        { id, username, nip, displayName, passwordHash, passwordDue: true },
      ]);
      await insertAppointments(tx, [{ ...appointment, id, accountId: id }]);
      await writeAudit(tx, { accountId: id, deviceId: null, action: 'akun_dibuat', details: {} });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new StartProblem(texts.taken(username));
  }
  print(texts.added(username));
  print(texts.given(displayName, appointment.role, scopeName, id));
}

async function listMergeable({ db, print }: CommandCall): Promise<void> {
  const groups = await findMergeable(db);
  if (groups.length === 0) print(texts.noneToMerge);
  for (const group of groups) print(texts.mergeable(group));
}

async function mergeTwo({ db, argument, options, ask, print }: CommandCall): Promise<void> {
  const [kept, merged] = [
    await findAccountByLogin(db, argument),
    await findAccountByLogin(db, options['with'] ?? ''),
  ];
  if (!kept) throw new StartProblem(texts.unknown(argument));
  if (!merged) throw new StartProblem(texts.unknown(options['with'] ?? ''));
  if (!kept.active || !merged.active) throw new StartProblem(texts.closedOne);
  const typed = (await ask(texts.askMerge(kept, merged))).trim().toLowerCase();
  if (typed !== merged.username) throw new StartProblem(texts.nothingDone);
  const done = await mergeAccounts(db, kept, merged, new Date());
  if (!done.ok) throw new StartProblem(`${texts.notMerged[done.error]} ${texts.nothingDone}`);
  print(texts.merged(kept, merged, done.value));
}

async function addOneInstansi({ db, argument, ask, print }: CommandCall): Promise<void> {
  const named = (question: string) =>
    read(ask, question, (text) => text.slice(0, 200) || undefined);
  const id = argument.trim();
  const name = await named(texts.askInstansiName);
  const kind = await read(ask, texts.askInstansiKind, (text) =>
    (['daerah', 'pusat'] as const).find((one) => one === text),
  );
  const timeZone = await read(ask, texts.askTimeZone, (text) =>
    timeZones.find((zone) => zone === text.toUpperCase()),
  );
  const kanreg =
    kind === 'daerah'
      ? { id: await named(texts.askKanreg), name: await named(texts.askKanregName) }
      : null;
  const isNew = await addInstansi(db, { id, name, kind, timeZone, kanreg });
  if (!isNew) throw new StartProblem(texts.instansiTaken(id));
  print(texts.instansiAdded(name));
}
