import { runCli } from '#server/app/run-cli.ts';
import { openTerminal } from '#server/cli/terminal.ts';
import { cliTexts } from '#server/cli/texts.ts';

/** A second Ctrl+C ends the process at once: the person does not want to wait. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        resolve();
        process.once(signal, () => process.exit(130));
      });
    }
  });
}

const terminal = openTerminal();
try {
  process.exitCode = await runCli(process.argv.slice(2), {
    env: process.env,
    print: (line) => process.stdout.write(`${line}\n`),
    untilStopped,
    ask: terminal.ask,
    askSecret: terminal.askSecret,
  });
} catch (error) {
  process.stderr.write(
    `${cliTexts.unexpected}\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exitCode = 1;
} finally {
  terminal.close();
}
