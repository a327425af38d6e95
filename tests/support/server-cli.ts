import { runCli } from '#server/app/run-cli.ts';
import { testServerKey } from '#tests/support/database.ts';
import type { TestServer } from '#tests/support/server.ts';

/** Runs a command of `npm run server` beside a test's server, on its database; answers the exit code and what was printed. */
export async function runServerCommand(server: TestServer, args: readonly string[]) {
  const lines: string[] = [];
  const code = await runCli(args, {
    env: {
      DATABASE_URL: server.databaseUrl,
      MEJA_DATA_DIR: server.documentFolder,
      MEJA_SERVER_KEY: testServerKey,
    },
    print: (line) => lines.push(line),
    // Nobody stops it.
    untilStopped: () => new Promise(() => undefined),
  });
  return { code, text: lines.join('\n') };
}
