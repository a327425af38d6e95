import { writeFileSync } from 'node:fs';
import { runCli } from '#server/app/run-cli.ts';

// Runs a command of the server, and writes what it took: seconds, megabytes at most, and the last counts that it told.
const [figures = '', ...args] = process.argv.slice(2);
let counts = '';
const startedAt = performance.now();
const code = await runCli(args, {
  env: process.env,
  print: (line) => {
    if (line.startsWith('Baru ')) counts = line;
  },
  untilStopped: () => new Promise(() => undefined),
});
const seconds = (performance.now() - startedAt) / 1_000;
// In kilobytes, whatever the platform.
const megabytes = process.resourceUsage().maxRSS / 1_024;
writeFileSync(figures, JSON.stringify({ code, seconds, megabytes, counts }));
