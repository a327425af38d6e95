import { readFile, stat } from 'node:fs/promises';
import type { CliCommand, CommandCall } from '#server/cli/cli-command.ts';
import { plainText } from '#server/cli/plain-text.ts';
import { StartProblem } from '#server/cli/start-problem.ts';
import { mostFileBytes, readEntries } from '#server/reference/read-entries.ts';
import { addVersion, listVersions } from '#server/reference/reference-versions.ts';
import { referenceSentences } from '#server/reference/sentences.ts';
import { localDateSchema, type LocalDate } from '#shared/kernel/local-date.ts';
import { localDateIn } from '#shared/kernel/time-zone.ts';
import {
  isReferenceSetId,
  referenceSetIds,
  versionOn,
  type ReferenceSetId,
} from '#shared/reference/reference-version.ts';
import { shippedSets } from '#shared/reference/shipped-sets.ts';

/** `reference list | show | add`: sets of reference data, and from when they are in force. */
export const referenceCommands: readonly CliCommand[] = [
  { name: 'reference list', summary: referenceSentences.listSummary, run: list },
  {
    name: 'reference show',
    argument: referenceSentences.set,
    summary: referenceSentences.showSummary,
    run: show,
  },
  {
    name: 'reference add',
    argument: referenceSentences.set,
    summary: referenceSentences.addSummary,
    options: [
      { name: 'file', ...referenceSentences.file, required: true },
      { name: 'from', ...referenceSentences.from },
    ],
    run: add,
  },
];

/** BKN's codes are for all instansi: their days are those of Jakarta. */
const today = (): LocalDate => localDateIn('WIB', new Date());

async function list({ db, print }: CommandCall): Promise<void> {
  const versions = await listVersions(db);
  for (const set of referenceSetIds) {
    print(referenceSentences.shipped(set, shippedSets[set].length));
    for (const one of versions.filter((version) => version.set === set)) {
      print(referenceSentences.version(set, one.version, one.validFrom, one.entries.length));
    }
  }
}

async function show({ db, argument, print }: CommandCall): Promise<void> {
  const set = setNamed(argument);
  const inForce = versionOn(await listVersions(db, set), set, today());
  const entries = inForce?.entries ?? shippedSets[set];
  print(`[\n${entries.map((entry) => `  ${JSON.stringify(entry)}`).join(',\n')}\n]`);
}

async function add({ db, argument, options, print }: CommandCall): Promise<void> {
  const set = setNamed(argument);
  const from = localDateSchema.safeParse(options['from'] ?? today());
  if (!from.success) throw new StartProblem(referenceSentences.wrongDate);
  // What was decided until now was decided under what was in force.
  if (from.data < today()) throw new StartProblem(referenceSentences.past(from.data));
  const entries = readEntries(set, await readSmall(options['file'] ?? ''));
  if (!entries.ok) throw new StartProblem(referenceSentences.refused(entries.error));
  const made = { set, validFrom: from.data, entries: entries.value };
  const version = await db.transaction().execute((tx) => addVersion(tx, made, new Date()));
  print(referenceSentences.kept(set, version, from.data, entries.value.length));
}

function setNamed(name: string): ReferenceSetId {
  if (!isReferenceSetId(name)) throw new StartProblem(referenceSentences.unknown(plainText(name)));
  return name;
}

async function readSmall(path: string): Promise<string> {
  const unreadable = () => {
    throw new StartProblem(referenceSentences.unreadable(plainText(path)));
  };
  const { size } = await stat(path).catch(unreadable);
  if (size > mostFileBytes) throw new StartProblem(referenceSentences.tooLarge(plainText(path)));
  return readFile(path, 'utf8').catch(unreadable);
}
