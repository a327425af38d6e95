import { readFileSync, writeFileSync } from 'node:fs';
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
// What resourceUsage() tells begins with what the process that started this one had.
const peak = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
const megabytes = Number(peak) / 1_024;
writeFileSync(figures, JSON.stringify({ code, seconds, megabytes, counts }));
