import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { CliCommand, CommandCall } from '#server/cli/cli-command.ts';
import { plainText } from '#server/cli/plain-text.ts';
import { StartProblem } from '#server/cli/start-problem.ts';
import { scheduleSentences } from '#server/schedule/sentences.ts';
import { readPeriods, readSchedule } from '#server/schedule/read-schedule.ts';
import {
  keepHolidays,
  keepPeriod,
  keepPolicy,
  keepTimeZone,
} from '#server/schedule/keep-schedule.ts';
import { policyFromSchema } from '#shared/contract/admin/schedule.ts';
import { codeText, lineText } from '#shared/kernel/bounded.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { timeZones } from '#shared/kernel/time-zone.ts';
import { periodSchema, stagesUnderWay } from '#shared/workflow/schedule/period.ts';

/** What an administrator writes down of the schedule of an instansi: a JSON file. */
const scheduleFileSchema = z.strictObject({
  instansi: codeText,
  zonaWaktu: z.enum(timeZones).optional(),
  kebijakan: policyFromSchema.optional(),
  hariLibur: z
    .array(z.strictObject({ tanggal: localDateSchema, nama: lineText }))
    .max(5_000)
    .optional(),
  periode: z.array(periodSchema).max(100).optional(),
});

/** `schedule show | set`: periods, policies, days of rest and time zone of an instansi. */
export const scheduleCommands: readonly CliCommand[] = [
  {
    name: 'schedule show',
    argument: scheduleSentences.instansi,
    summary: scheduleSentences.showSummary,
    run: show,
  },
  {
    name: 'schedule set',
    argument: scheduleSentences.file,
    summary: scheduleSentences.setSummary,
    run: set,
  },
];

async function show({ db, argument, print }: CommandCall): Promise<void> {
  await mustExist(db, argument);
  const schedule = await readSchedule(db, { instansiId: argument, periodId: null }, new Date());
  print(scheduleSentences.today(schedule.today));
  print(scheduleSentences.policy(schedule.policy, schedule.calendar));
  const periods = await readPeriods(db, argument);
  if (periods.length === 0) print(scheduleSentences.noPeriod);
  for (const period of periods) {
    const stages = stagesUnderWay(period, schedule.today);
    print(scheduleSentences.period({ ...period, name: plainText(period.name) }, stages));
  }
}

async function set({ db, argument, print }: CommandCall): Promise<void> {
  const file = scheduleFileSchema.safeParse(await readJson(argument));
  if (!file.success) {
    const [first] = file.error.issues;
    throw new StartProblem(
      scheduleSentences.wrong(
        argument,
        first?.path.join('.') ?? '',
        first?.code === 'custom' ? first.message : '',
      ),
    );
  }
  const { instansi, zonaWaktu, kebijakan, hariLibur = [], periode = [] } = file.data;
  await mustExist(db, instansi);
  await db.transaction().execute(async (tx) => {
    if (zonaWaktu !== undefined) await keepTimeZone(tx, instansi, zonaWaktu);
    if (kebijakan) await keepPolicy(tx, instansi, kebijakan);
    await keepHolidays(
      tx,
      instansi,
      hariLibur.map(({ tanggal, nama }) => ({ day: tanggal, name: nama })),
    );
    for (const period of periode) await keepPeriod(tx, instansi, period);
  });
  print(scheduleSentences.kept(periode.length, hariLibur.length));
}

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new StartProblem(scheduleSentences.unreadable(path));
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new StartProblem(scheduleSentences.noJson(path));
  }
}

async function mustExist(db: CommandCall['db'], instansi: string): Promise<void> {
  const found = await db
    .selectFrom('instansi')
    .select('id')
    .where('id', '=', instansi)
    .executeTakeFirst();
  if (!found) throw new StartProblem(scheduleSentences.unknown(instansi));
}
