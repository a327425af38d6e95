import { runCli } from '#server/app/run-cli.ts';
import { testServerKey } from '#tests/support/database.ts';
import type { TestServer } from '#tests/support/server.ts';

/**
 * Runs a command of `npm run server` beside a test's server, on its database; answers the exit code and what was printed.
 * `answers`: what a person types, one after another; the rest stays unanswered.
 */
export async function runServerCommand(
  server: Pick<TestServer, 'databaseUrl' | 'documentFolder'>,
  args: readonly string[],
  answers: readonly string[] = [],
) {
  const lines: string[] = [];
  const left = [...answers];
  const ask = () => Promise.resolve(left.shift() ?? '');
  const code = await runCli(args, {
    env: {
      DATABASE_URL: server.databaseUrl,
      MEJA_DATA_DIR: server.documentFolder,
      MEJA_SERVER_KEY: testServerKey,
    },
    print: (line) => lines.push(line),
    // Nobody stops it.
    untilStopped: () => new Promise(() => undefined),
    ask,
    askSecret: ask,
  });
  return { code, text: lines.join('\n') };
}
