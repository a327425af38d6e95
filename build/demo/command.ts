import { parseArgs } from 'node:util';
import { runSeed } from '#build/demo/seed.ts';
import { seedTexts } from '#build/demo/texts.ts';
import { openStores } from '#server/app/open-stores.ts';
import { parseSettings, type ServerSettings } from '#server/app/server-settings.ts';
import { startSentences } from '#server/app/start-sentences.ts';
import { StartProblem } from '#server/cli/start-problem.ts';

/** What the command needs of the process that it runs in. */
export interface DemoPorts {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly print: (line: string) => void;
}

/** Accounts that are shown; the largest inboxes come first. */
const shownAccounts = 6;

/**
 * Fills the database of a server's settings with the demonstration and answers the exit code: 0 done, 1 it could not be
 * done (a sentence says why), 2 wrongly called. A bug is thrown.
 */
export async function runDemoCommand(
  args: readonly string[],
  { env, print }: DemoPorts,
): Promise<0 | 1 | 2> {
  const call = parseCall(args);
  if (call !== 'fill') {
    print(call === 'help' ? seedTexts.help : seedTexts.unknownOption);
    return call === 'help' ? 0 : 2;
  }
  const settings = parseSettings(env);
  if (!settings.ok) {
    print(startSentences.badSettings(settings.error.variables));
    return 2;
  }
  try {
    await fill(settings.value, print);
    return 0;
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    print(error.message);
    return 1;
  }
}

function parseCall(args: readonly string[]): 'fill' | 'help' | 'wrong' {
  try {
    const options = { help: { type: 'boolean', short: 'h' } } as const;
    return parseArgs({ args: [...args], options }).values.help ? 'help' : 'fill';
  } catch {
    // parseArgs throws for what it does not know; its own text is English.
    return 'wrong';
  }
}

async function fill(settings: ServerSettings, print: DemoPorts['print']): Promise<void> {
  const stores = await openStores(settings);
  try {
    const { accounts } = await runSeed({
      db: stores.db,
      documents: stores.documents,
      dataDir: settings.dataDir,
      log: print,
      now: new Date(),
    });
    for (const account of accounts.slice(0, shownAccounts)) print(seedTexts.account(account));
  } finally {
    await stores.close();
  }
}
