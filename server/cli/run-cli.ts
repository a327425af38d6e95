import { parseArgs } from 'node:util';
import { cliTexts } from '#server/cli/texts.ts';
import { openStores } from '#server/app/open-stores.ts';
import { parseSettings, type Settings } from '#server/app/settings.ts';
import { startSentences } from '#server/app/start-sentences.ts';
import { startServer } from '#server/app/start-server.ts';
import { importDecisions } from '#server/handover/import-decisions.ts';
import { verifyChains } from '#server/commands/verify-chains.ts';
import { StartProblem } from '#server/cli/start-problem.ts';
import type { CommandResult } from '#shared/contract/commands.ts';

/** What a command needs of the process that it runs in. */
export interface CliPorts {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly print: (line: string) => void;
  /** Resolves when the person asks the process to stop (Ctrl+C, SIGTERM). */
  readonly untilStopped: () => Promise<void>;
}

type Command = (settings: Settings, ports: CliPorts, file: string) => Promise<void>;

/** Commands that are called with the name of a file. */
const withFile: readonly string[] = ['import-decisions'];

const commands: Readonly<Record<string, Command>> = {
  start,
  migrate,
  'verify-chain': checkChains,
  'import-decisions': takeFile,
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
    await call.command(settings.value, ports, call.file);
    return 0;
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    ports.print(error.message);
    return 1;
  }
}

function parseCall(
  args: readonly string[],
):
  | { readonly command: Command; readonly file: string }
  | { readonly text: string; readonly exit: 0 | 2 } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' } },
    });
    if (values.help) return { text: cliTexts.help, exit: 0 };
    const [name, ...rest] = positionals;
    if (name === undefined) return { text: cliTexts.noCommand, exit: 2 };
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    const [file = ''] = rest;
    if (command && withFile.includes(name) && file === '') {
      return { text: cliTexts.noFile(name), exit: 2 };
    }
    return command && rest.length === (withFile.includes(name) ? 1 : 0)
      ? { command, file }
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

async function takeFile(settings: Settings, ports: CliPorts, file: string): Promise<void> {
  const stores = await openStores(settings);
  try {
    const bugs: unknown[] = [];
    const { header, results } = await importDecisions(
      { db: stores.db, now: () => new Date(), onBug: (error) => bugs.push(error) },
      file,
    );
    ports.print(cliTexts.handover(header));
    for (const result of results) ports.print(cliTexts.imported(result));
    ports.print(cliTexts.importedAll(results));
    const [bug] = bugs;
    // What the others came to is on the screen; this one is for the developer.
    if (bug !== undefined) throw bug;
    if (results.some(isUnreadable)) throw new StartProblem(cliTexts.unreadable);
  } finally {
    await stores.close();
  }
}

function isUnreadable(result: CommandResult): boolean {
  return result.kind === 'ditolak' && result.error.kind === 'tidak_sah';
}
