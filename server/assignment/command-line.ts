import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { findAccountByLogin } from '#server/accounts/accounts.ts';
import { findAppointment } from '#server/accounts/appointments.ts';
import { addAbsence, endAbsence, listAbsences } from '#server/assignment/absences.ts';
import { assignByHand } from '#server/assignment/assign-many.ts';
import { findCandidates } from '#server/assignment/people.ts';
import { fitsStage, keptRules, stagesUnder } from '#server/assignment/rules.ts';
import { substitutionCommands } from '#server/assignment/substitution-command-line.ts';
import { ruleScopeIn, setRule } from '#server/assignment/set-rule.ts';
import { assignmentTexts as texts } from '#server/assignment/texts.ts';
import type { CliCommand, CommandCall } from '#server/cli/cli-command.ts';
import { readId } from '#server/cli/read-id.ts';
import { StartProblem } from '#server/cli/start-problem.ts';
import { assignmentFilterSchema } from '#shared/contract/assignment.ts';
import { isLocalDate, localDateSchema } from '#shared/kernel/local-date.ts';
import { localDateIn } from '#shared/kernel/time-zone.ts';
import { activeStageSchema } from '#shared/records/usul.ts';
import { assignmentRuleSchema } from '#shared/workflow/assignment/assignment-rule.ts';
import { declarationOf } from '#shared/workflow/authority/roles.ts';

/** What an administrator writes down: a JSON file. */
const ruleFileSchema = z.strictObject({
  cakupan: z.string().max(300),
  tahap: activeStageSchema,
  berlakuMulai: localDateSchema.exactOptional(),
  aturan: assignmentRuleSchema,
});

const today = () => localDateIn('WIB', new Date());
const byNobody = (reason: string) => ({ by: null, reason, now: new Date() });

/** `assignment …`, `leave …`: who gets which usul. */
export const assignmentCommands: readonly CliCommand[] = [
  { name: 'assignment show', argument: texts.scope, summary: texts.showSummary, run: show },
  { name: 'assignment set', argument: texts.file, summary: texts.setSummary, run: set },
  {
    name: 'assignment assign',
    argument: texts.appointment,
    summary: texts.assignSummary,
    options: [
      { name: 'stage', ...texts.stage },
      { name: 'opd', ...texts.opd },
      { name: 'unor', ...texts.unor },
      { name: 'type', ...texts.type },
      { name: 'from', ...texts.from },
      { name: 'reason', ...texts.reason },
    ],
    run: assign,
  },
  { name: 'leave add', argument: texts.account, summary: texts.leaveAdd, run: addLeave },
  { name: 'leave end', argument: texts.id, summary: texts.leaveEnd, run: endLeave },
  { name: 'leave list', summary: texts.leaveList, run: listLeave },
  ...substitutionCommands,
];

async function show({ db, argument, print }: CommandCall): Promise<void> {
  const scope = ruleScopeIn(argument);
  if (!scope) throw new StartProblem(texts.wrongScope(argument));
  const rules = await keptRules(db, [scope]);
  if (rules.length === 0) print(texts.noRule);
  for (const rule of rules) print(texts.rule(rule));
  for (const stage of stagesUnder(scope)) {
    const wanted = { stage, scopes: [scope], alsoIds: [], today: today() };
    for (const person of await findCandidates(db, wanted)) print(texts.person(person));
  }
}

async function set({ db, argument, print }: CommandCall): Promise<void> {
  const file = ruleFileSchema.safeParse(await readJson(argument));
  if (!file.success) {
    const place = file.error.issues[0]?.path.join('.') ?? '';
    throw new StartProblem(texts.wrongFile(argument, place));
  }
  const { cakupan, tahap: stage, aturan: rule, berlakuMulai: validFrom } = file.data;
  const scope = ruleScopeIn(cakupan);
  if (!scope) throw new StartProblem(texts.wrongScope(cakupan));
  const setting = { scope, stage, rule, ...(validFrom !== undefined && { validFrom }) };
  const done = await setRule(db, setting, today(), byNobody(''));
  if (!done.ok) {
    throw new StartProblem(
      done.error.kind === 'cakupan'
        ? texts.wrongScope(cakupan)
        : texts.unknownPeople(done.error.appointmentIds),
    );
  }
  print(texts.kept(done.value.version, done.value.given));
}

async function assign({ db, argument, options, print }: CommandCall): Promise<void> {
  const held = await findAppointment(db, readId(argument) ?? unknownId);
  const scope = held?.account.scope;
  if (!held || !scope) throw new StartProblem(texts.refused('tidak_ada'));
  const stage = activeStageSchema.safeParse(
    options['stage'] ?? declarationOf(held.account.role).decides,
  ).data;
  if (stage === undefined || !fitsStage(scope, stage)) {
    throw new StartProblem(texts.refused('tahap_lain'));
  }
  const filter = filterIn(options);
  const assigning = byNobody((options['reason'] ?? '').slice(0, 500));
  const id = held.account.appointmentId;
  const done = await assignByHand(db, { scope, stage, filter }, id, assigning);
  if (!done.ok) throw new StartProblem(texts.refused(done.error));
  print(texts.assigned(done.value));
}

const unknownId = '00000000-0000-0000-0000-000000000000';

function filterIn(options: CommandCall['options']) {
  const { opd, unor, type, from } = options;
  const parsed = assignmentFilterSchema.safeParse({
    ...(opd !== undefined && { opdIds: [opd] }),
    ...(unor !== undefined && { unorIds: [unor] }),
    ...(type !== undefined && { recordTypes: [type] }),
    ...(from !== undefined && { heldBy: from }),
  });
  if (parsed.success) return parsed.data;
  const [field = ''] = parsed.error.issues[0]?.path ?? [];
  const names: Readonly<Record<string, string>> = { recordTypes: 'type', heldBy: 'from' };
  throw new StartProblem(texts.wrongOption(names[String(field)] ?? String(field)));
}

async function addLeave({ db, argument, ask, print }: CommandCall): Promise<void> {
  const account = await findAccountByLogin(db, argument);
  if (!account) throw new StartProblem(texts.unknownAccount(argument));
  const from = (await ask(texts.askFrom)).trim();
  const until = (await ask(texts.askUntil)).trim();
  if (!isLocalDate(from) || !isLocalDate(until) || until < from) {
    throw new StartProblem(texts.wrongDay);
  }
  print(texts.leaveAdded(await addAbsence(db, { accountId: account.id, from, until }, null)));
}

async function endLeave({ db, argument, print }: CommandCall): Promise<void> {
  const id = readId(argument);
  if (id === undefined || !(await endAbsence(db, id, null, new Date()))) {
    throw new StartProblem(texts.noLeave(argument));
  }
  print(texts.leaveEnded(id));
}

async function listLeave({ db, print }: CommandCall): Promise<void> {
  const absences = await listAbsences(db, today());
  if (absences.length === 0) print(texts.noLeaves);
  for (const one of absences) print(texts.leave(one));
}

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new StartProblem(texts.unreadable(path));
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new StartProblem(texts.unreadable(path));
  }
}
