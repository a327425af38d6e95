import type { CliCommand, CommandCall } from '#server/cli/cli-command.ts';
import { plainText } from '#server/cli/plain-text.ts';
import { StartProblem } from '#server/cli/start-problem.ts';
import { keepCorrectionPolicy, listCorrectionPolicy } from '#server/correction/policy.ts';
import { correctionSentences } from '#server/correction/sentences.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { localDateIn, type TimeZone } from '#shared/kernel/time-zone.ts';
import { recordTypeIdSchema } from '#shared/records/record-type.ts';
import { recordTypes } from '#shared/records/record-types.ts';

/** `correction policy show | set`: which record types verifikators of an instansi may correct. */
export const correctionCommands: readonly CliCommand[] = [
  {
    name: 'correction policy show',
    argument: correctionSentences.instansi,
    summary: correctionSentences.showSummary,
    run: show,
  },
  {
    name: 'correction policy set',
    argument: correctionSentences.instansi,
    summary: correctionSentences.setSummary,
    options: [
      {
        name: 'type',
        argument: correctionSentences.type,
        summary: correctionSentences.typeSummary,
        required: true,
      },
      {
        name: 'allow',
        argument: correctionSentences.allow,
        summary: correctionSentences.allowSummary,
        required: true,
      },
      {
        name: 'from',
        argument: correctionSentences.from,
        summary: correctionSentences.fromSummary,
      },
    ],
    run: set,
  },
];

async function show({ db, argument, print }: CommandCall): Promise<void> {
  await timeZoneOf(db, argument);
  const rows = await listCorrectionPolicy(db, argument);
  if (rows.length === 0) print(correctionSentences.nothing);
  for (const row of rows) {
    const { label } = recordTypes[row.record_type];
    print(correctionSentences.line(row.valid_from, label, row.allowed));
  }
}

async function set({ db, argument, options, print }: CommandCall): Promise<void> {
  const zone = await timeZoneOf(db, argument);
  const type = recordTypeIdSchema.safeParse(options['type']);
  if (!type.success) throw new StartProblem(correctionSentences.wrong('type'));
  const allow = options['allow'];
  if (allow !== 'ya' && allow !== 'tidak') {
    throw new StartProblem(correctionSentences.wrong('allow'));
  }
  const from = localDateSchema.safeParse(options['from'] ?? localDateIn(zone, new Date()));
  if (!from.success) throw new StartProblem(correctionSentences.wrong('from'));
  const isAllowed = allow === 'ya';
  const allowed = new Map([[type.data, isAllowed]]);
  const policy = { instansiId: argument, validFrom: from.data, allowed };
  await db.transaction().execute((tx) => keepCorrectionPolicy(tx, policy));
  print(correctionSentences.kept(recordTypes[type.data].label, isAllowed, from.data));
}

async function timeZoneOf(db: CommandCall['db'], instansi: string): Promise<TimeZone> {
  const found = await db
    .selectFrom('instansi')
    .select('time_zone')
    .where('id', '=', instansi)
    .executeTakeFirst();
  if (!found) throw new StartProblem(correctionSentences.unknown(plainText(instansi)));
  return found.time_zone;
}
