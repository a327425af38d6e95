import { openStores } from '#server/app/open-stores.ts';
import type { ServerSettings } from '#server/app/server-settings.ts';
import { startSentences } from '#server/app/start-sentences.ts';
import { addKey, forgetLostSecrets, openServerKeys } from '#server/app/server-keys.ts';
import { startServer } from '#server/app/start-server.ts';
import { bulkCommands } from '#server/bulk/command-line.ts';
import type { Ask, CliCommand, CommandCall, CommandSignature } from '#server/cli/cli-command.ts';
import { assignmentCommands } from '#server/assignment/command-line.ts';
import { accountCommands } from '#server/accounts/command-line.ts';
import { integritySentences } from '#server/integrity/sentences.ts';
import { forgetSeals } from '#server/integrity/forget-seals.ts';
import { verifyDatabase } from '#server/integrity/verify-database.ts';
import { declareRestored } from '#server/epoch/declare-restored.ts';
import { epochSentences } from '#server/epoch/sentences.ts';
import {
  listPasswordsCommand,
  resetFactorCommand,
  setPasswordCommand,
} from '#server/session/command-line.ts';
import { accessTokenSecret } from '#server/session/access-tokens.ts';
import { serverFingerprint } from '#server/http/server-identity.ts';
import { forgetSecret, keysOf } from '#server/store/secrets.ts';
import { importDecisionsCommand } from '#server/handover/command-line.ts';
import { importCommands } from '#server/imports/command-line.ts';
import { rulingCommands } from '#server/handover/ruling-command-line.ts';
import { employeeActCommands } from '#server/commands/employee/command-line.ts';
import { correctionCommands } from '#server/correction/command-line.ts';
import { referenceCommands } from '#server/reference/command-line.ts';
import { scheduleCommands } from '#server/schedule/command-line.ts';
import { deviceCommands } from '#server/session/device-command-line.ts';

/** What a command needs of the process that it runs in. */
export interface CliPorts {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly print: (line: string) => void;
  /** Resolves when the person asks the process to stop (Ctrl+C, SIGTERM). */
  readonly untilStopped: () => Promise<void>;
  /** Asks the person at the terminal; absent where nobody sits. */
  readonly ask?: Ask;
  /** The same, for something that nobody may see. */
  readonly askSecret?: Ask;
}

/** What a command was called with. */
export type GivenCall = Pick<CommandCall, 'argument' | 'options'>;

/** A command of the server under its settings. */
export interface ServerCommand extends CommandSignature {
  run(settings: ServerSettings, ports: CliPorts, call: GivenCall): Promise<void>;
}

/** Every command of the server, in the order of the help. */
export const serverCommands: readonly ServerCommand[] = [
  { name: 'start', summary: startSentences.startSummary, run: start },
  { name: 'migrate', summary: startSentences.migrateSummary, run: migrate },
  { name: 'restored', summary: epochSentences.restoredSummary, run: restored },
  { name: 'identity', summary: startSentences.identitySummary, run: identity },
  { name: 'rotate-keys', summary: startSentences.rotateSummary, run: rotateKeys },
  { name: 'keys-lost', summary: startSentences.keysLostSummary, run: keysLost },
  { name: 'verify-chain', summary: integritySentences.summary, run: verifyChain },
  onDatabase(importDecisionsCommand),
  ...rulingCommands.map(onDatabase),
  ...deviceCommands.map(onDatabase),
  ...scheduleCommands.map(onDatabase),
  ...bulkCommands.map(onDatabase),
  ...correctionCommands.map(onDatabase),
  ...referenceCommands.map(onDatabase),
  ...employeeActCommands.map(onDatabase),
  onDatabase(setPasswordCommand),
  onDatabase(listPasswordsCommand),
  onDatabase(resetFactorCommand),
  ...accountCommands.map(onDatabase),
  ...assignmentCommands.map(onDatabase),
  ...importCommands.map(onDatabase),
];

async function start(settings: ServerSettings, ports: CliPorts): Promise<void> {
  const stopRequested = ports.untilStopped();
  const server = await startServer(settings);
  for (const sentence of server.told) ports.print(sentence);
  ports.print(startSentences.listening(server.url));
  const problem = await Promise.race([stopRequested, ...(server.gone ? [server.gone] : [])]);
  ports.print(startSentences.stopping);
  await server.stop();
  ports.print(startSentences.stopped);
  if (problem) throw problem;
}

async function migrate(settings: ServerSettings, ports: CliPorts): Promise<void> {
  const stores = await openStores(settings);
  await stores.close();
  ports.print(startSentences.migrated(stores.migrated));
}

async function verifyChain(settings: ServerSettings, { print }: CliPorts): Promise<void> {
  const stores = await openStores(settings);
  try {
    await verifyDatabase(
      { db: stores.db, file: settings.anchorFile, now: () => new Date() },
      print,
    );
  } finally {
    await stores.close();
  }
}

async function identity(settings: ServerSettings, { print }: CliPorts): Promise<void> {
  const stores = await openStores(settings);
  print(startSentences.identity(serverFingerprint(keysOf(stores.db))));
  await stores.close();
}

async function rotateKeys(settings: ServerSettings, { print }: CliPorts): Promise<void> {
  await addKey(settings);
  // Opening puts every secret under the new key.
  const stores = await openStores(settings);
  // What was signed with the old one works for some minutes at most, and then is renewed.
  try {
    await forgetSecret(stores.db, accessTokenSecret);
  } finally {
    await stores.close();
  }
  print(startSentences.rotated(settings.keyFile));
}

async function keysLost(settings: ServerSettings, { print }: CliPorts): Promise<void> {
  let forgotten = 0;
  const stores = await openStores(settings, async (source, db) => {
    forgotten = await forgetLostSecrets(source, db);
    return openServerKeys(source, db);
  });
  // Under the lost keys nobody can tell any more whether they are the server's.
  if (forgotten > 0) await forgetSeals(stores.db);
  await stores.close();
  print(startSentences.keysLost(forgotten));
}

async function restored(settings: ServerSettings, { print }: CliPorts): Promise<void> {
  const stores = await openStores(settings);
  try {
    print(await declareRestored(stores.db, settings.markFile, new Date()));
  } finally {
    await stores.close();
  }
}

const askNobody: Ask = () => Promise.resolve('');

/** A capability's command, with the database opened before and closed after it. */
function onDatabase(command: CliCommand): ServerCommand {
  return {
    ...command,
    run: async (settings, { print, untilStopped, ...asking }, { argument, options }) => {
      const { ask = askNobody, askSecret = askNobody } = asking;
      const stores = await openStores(settings);
      const stopSignal = (): AbortSignal => {
        const stop = new AbortController();
        void untilStopped().then(() => stop.abort());
        return stop.signal;
      };
      const call = { argument, options, stopSignal };
      try {
        await command.run({ ...call, db: stores.db, print, ask, askSecret });
      } finally {
        await stores.close();
      }
    },
  };
}
