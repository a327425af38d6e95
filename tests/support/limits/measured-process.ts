import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseSettings } from '#server/app/server-settings.ts';
import { startServer } from '#server/app/start-server.ts';

/**
 * A process of its own that tells how long its event loop stood still and how much memory it took: the server by its
 * environment, or with `idle` as argument nothing at all, to show what the machine itself does to a process meanwhile.
 */
const histogram = monitorEventLoopDelay({ resolution: 5 });
histogram.enable();
const megabyte = 1_048_576;
let startedWith = 0;
let highestBefore = 0;
let highest = 0;
setInterval(() => {
  highest = Math.max(highest, process.memoryUsage.rss());
}, 10);

process.on('message', (message) => {
  if (message === 'begin') {
    startedWith = process.memoryUsage.rss();
    highest = startedWith;
    highestBefore = process.resourceUsage().maxRSS * 1_024;
    histogram.reset();
    process.send?.({});
    return;
  }
  const peak = process.resourceUsage().maxRSS * 1_024;
  const grown = Math.max(highest, peak > highestBefore ? peak : 0) - startedWith;
  process.send?.({ delayMs: histogram.max / 1e6, grownMb: grown / megabyte });
});

if (process.argv[2] === 'idle') {
  process.send?.({ url: '' });
} else {
  const settings = parseSettings(process.env);
  if (!settings.ok) throw new Error(`settings: ${settings.error.variables.join(', ')}`);
  // How often one may call is another matter, and would end the attack before it is measured.
  const perAccount = { jarang: 1e6, sering: 1e6, deras: 1e6 };
  const callLimits = { perAccount, pcsPerAddress: 100 };
  const server = await startServer({ ...settings.value, callLimits });
  process.send?.({ url: server.url });
}
