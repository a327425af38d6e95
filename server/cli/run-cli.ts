import { parseArgs } from 'node:util';
import { cliTexts } from '#server/cli/texts.ts';
import { openStores } from '#server/app/open-stores.ts';
import { parseSettings, type Settings } from '#server/app/settings.ts';
import { startSentences } from '#server/app/start-sentences.ts';
import { startServer } from '#server/app/start-server.ts';
import { runSeed } from '#server/commands/seed.ts';
import { verifyChains } from '#server/commands/verify-chain.ts';
import { StartProblem } from '#server/store/start-problem.ts';

/** What a command needs of the process that it runs in. */
export interface CliPorts {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly print: (line: string) => void;
  /** Resolves when the person asks the process to stop (Ctrl+C, SIGTERM). */
  readonly untilStopped: () => Promise<void>;
}

/** Accounts that `seed` shows; the largest inboxes come first. */
const shownAccounts = 6;

type Command = (settings: Settings, ports: CliPorts) => Promise<void>;

const commands: Readonly<Record<string, Command>> = {
  start,
  migrate,
  seed,
  'verify-chain': checkChains,
};

/**
 * Runs one command of the server's command line and answers its exit code: 0 done, 1 it could not be done (a sentence
 * says why), 2 wrongly called. A bug is thrown.
 */
export async function runCli(args: readonly string[], ports: CliPorts): Promise<0 | 1 | 2> {
  const call = parseCall(args);
  if ('exit' in call) {
    ports.print(call.text);
    return call.exit;
  }
  const settings = parseSettings(ports.env);
  if (!settings.ok) {
    ports.print(startSentences.badSettings(settings.error.variables));
    return 2;
  }
  try {
    await call.command(settings.value, ports);
    return 0;
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    ports.print(error.message);
    return 1;
  }
}

function parseCall(
  args: readonly string[],
): { readonly command: Command } | { readonly text: string; readonly exit: 0 | 2 } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' } },
    });
    if (values.help) return { text: cliTexts.help, exit: 0 };
    const [name, ...rest] = positionals;
    if (name === undefined) return { text: cliTexts.noCommand, exit: 2 };
    const command = rest.length === 0 && Object.hasOwn(commands, name) ? commands[name] : undefined;
    return command
      ? { command }
      : { text: cliTexts.unknownCommand(positionals.join(' ')), exit: 2 };
  } catch {
    // parseArgs throws for an option that it does not know; its own text is English.
    return { text: cliTexts.unknownOption, exit: 2 };
  }
}

async function start(settings: Settings, ports: CliPorts): Promise<void> {
  const stopRequested = ports.untilStopped();
  const server = await startServer(settings);
  ports.print(cliTexts.listening(server.url));
  await stopRequested;
  ports.print(cliTexts.stopping);
  await server.stop();
  ports.print(cliTexts.stopped);
}

async function migrate(settings: Settings, ports: CliPorts): Promise<void> {
  const stores = await openStores(settings);
  await stores.close();
  ports.print(cliTexts.migrated(stores.migrated));
}

async function seed(settings: Settings, ports: CliPorts): Promise<void> {
  const stores = await openStores(settings);
  try {
    const { accounts } = await runSeed({
      db: stores.db,
      documents: stores.documents,
      dataDir: settings.dataDir,
      log: ports.print,
      now: new Date(),
    });
    for (const account of accounts.slice(0, shownAccounts)) ports.print(cliTexts.account(account));
  } finally {
    await stores.close();
  }
}

async function checkChains(settings: Settings, ports: CliPorts): Promise<void> {
  const stores = await openStores(settings);
  try {
    const reports = await verifyChains(stores.db);
    for (const report of reports) ports.print(cliTexts.chain(report));
    if (reports.some(({ fault }) => fault)) throw new StartProblem(cliTexts.chainBroken);
  } finally {
    await stores.close();
  }
}
