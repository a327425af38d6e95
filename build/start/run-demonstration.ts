import path from 'node:path';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { StartProblem } from '#server/cli/start-problem.ts';
import type { DataFolder } from '#build/start/data-folder.ts';
import { accountsText } from '#build/start/demo-accounts.ts';
import { startDemoServer, type DemoServer } from '#build/start/demo-server.ts';
import type { OpenedWindow } from '#build/start/open-application.ts';
import { prepareBuild, prepareData, prepareFolder, preparePort } from '#build/start/prepare.ts';
import { prepareElectron, showApplication } from '#build/start/show-application.ts';
import type { StartOptions } from '#build/start/start-options.ts';
import { startTexts } from '#build/start/start-texts.ts';
import { endInTime, untilStopped } from '#build/start/until-stopped.ts';

/** Where the demonstration runs. */
export interface Demonstration {
  readonly root: string;
  readonly options: StartOptions;
  readonly stop: AbortSignal;
}

/** Runs the demonstration until it is stopped; answers with a sentence when it could not start. */
export async function runDemonstration(demo: Demonstration): Promise<Result<null, string>> {
  const folder = prepareFolder(demo.options);
  if (!folder.ok) return folder;
  try {
    return await runIn(folder.value, demo);
  } catch (fault) {
    if (demo.stop.aborted) return stoppedEarly();
    if (fault instanceof StartProblem) return fail(fault.message);
    throw fault;
  } finally {
    folder.value.remember({ pid: null });
  }
}

async function runIn(folder: DataFolder, demo: Demonstration): Promise<Result<null, string>> {
  const { root, options, stop } = demo;
  const port = await preparePort(options, folder);
  if (!port.ok) return port;
  const renewed = await prepareData(options, folder);
  if (!renewed.ok) return renewed;
  const electron = prepareElectron(root, options.open);
  const built = await prepareBuild(root, folder);
  if (stop.aborted) return stoppedEarly();
  if (!built.ok) return built;

  const server = await startServerWithData(folder, port.value, demo);
  const accounts = await server.countOpen(folder.state.accounts);
  console.log(`\n${startTexts.ready(server.url)}\n\n${accountsText(accounts)}\n`);
  const window = stop.aborted
    ? null
    : await showApplication({
        root,
        url: server.url,
        places: folder.places,
        open: options.open,
        electron,
      });
  console.log(startTexts.howToStop);
  void tellWhenClosed(window, server.url, stop);
  const problem = await Promise.race([untilStopped(stop), server.gone]);
  const ended = await endAll(server, window);
  return problem ? fail(problem.message) : ended;
}

async function startServerWithData(
  folder: DataFolder,
  port: number,
  { root, options, stop }: Demonstration,
): Promise<DemoServer> {
  console.log(startTexts.startingServer);
  const needed = folder.state.seed !== 'done';
  if (!needed) console.log(startTexts.kept);
  return startDemoServer(
    {
      dataFolder: folder.places.server,
      appFolder: path.join(root, 'dist', 'renderer'),
      size: options.size,
      port,
    },
    {
      needed,
      begun: () => {
        folder.remember({ seed: 'started' });
        console.log(startTexts.seeding);
      },
      done: (accounts) => {
        folder.remember({ seed: 'done', accounts });
      },
    },
    stop,
  );
}

async function endAll(
  server: DemoServer,
  window: OpenedWindow | null,
): Promise<Result<null, string>> {
  console.log(`\n${startTexts.stopping}`);
  const inTime = await endInTime(
    // The window first: its last requests still find a server.
    (window?.close() ?? Promise.resolve()).then(() => server.stop()),
  );
  if (!inTime) return fail(startTexts.stopSlow);
  console.log(startTexts.stopped);
  return succeed(null);
}

async function tellWhenClosed(
  window: OpenedWindow | null,
  url: string,
  stop: AbortSignal,
): Promise<void> {
  if (window === null) return;
  await window.closed;
  if (!stop.aborted) console.log(startTexts.windowClosed(url), startTexts.howToStop);
}

function stoppedEarly(): Result<null, string> {
  console.log(startTexts.stoppedEarly);
  return succeed(null);
}
