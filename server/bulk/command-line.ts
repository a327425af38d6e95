import { keepBulkPolicy, readBulkPolicy } from '#server/bulk/bulk-policies.ts';
import { bulkSentences } from '#server/bulk/sentences.ts';
import type { CliCommand, CommandCall } from '#server/cli/cli-command.ts';
import { StartProblem } from '#server/cli/start-problem.ts';
import { bulkPolicySchema } from '#shared/workflow/bulk/bulk-policy.ts';

/** `bulk policy show | set`: what an instansi lets be approved in bulk. */
export const bulkCommands: readonly CliCommand[] = [
  {
    name: 'bulk policy show',
    argument: bulkSentences.instansi,
    summary: bulkSentences.showSummary,
    run: show,
  },
  {
    name: 'bulk policy set',
    argument: bulkSentences.instansi,
    summary: bulkSentences.setSummary,
    options: [
      { name: 'percent', ...bulkSentences.percent },
      { name: 'least', ...bulkSentences.least },
      { name: 'not-for', ...bulkSentences.excluded },
    ],
    run: set,
  },
];

async function show({ db, argument, print }: CommandCall): Promise<void> {
  await mustExist(db, argument);
  print(bulkSentences.policy(await readBulkPolicy(db, argument)));
}

async function set({ db, argument, options, print }: CommandCall): Promise<void> {
  await mustExist(db, argument);
  const before = await readBulkPolicy(db, argument);
  const { percent, least, 'not-for': excluded } = options;
  const wanted = bulkPolicySchema.safeParse({
    percent: percent === undefined ? before.percent : Number(percent),
    least: least === undefined ? before.least : Number(least),
    excludedTypes: excluded === undefined ? before.excludedTypes : namesIn(excluded),
  });
  if (!wanted.success) {
    const [place] = wanted.error.issues[0]?.path ?? [];
    throw new StartProblem(
      bulkSentences.wrong(place === 'excludedTypes' ? 'not-for' : String(place)),
    );
  }
  await db.transaction().execute((tx) => keepBulkPolicy(tx, argument, wanted.data));
  print(bulkSentences.policy(wanted.data));
}

function namesIn(text: string): readonly string[] {
  return text === '-' ? [] : text.split(',').map((name) => name.trim());
}

async function mustExist(db: CommandCall['db'], instansi: string): Promise<void> {
  const found = await db
    .selectFrom('instansi')
    .select('id')
    .where('id', '=', instansi)
    .executeTakeFirst();
  if (!found) throw new StartProblem(bulkSentences.unknown(instansi));
}
