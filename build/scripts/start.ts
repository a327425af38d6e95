import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '#build/project-root.ts';
import { runDemonstration } from '#build/start/run-demonstration.ts';
import { parseStartOptions, type StartOptions } from '#build/start/start-options.ts';
import { startTexts } from '#build/start/start-texts.ts';
import { stopSignal } from '#build/start/until-stopped.ts';

async function start(): Promise<number> {
  const options = parseStartOptions(process.argv.slice(2), {
    cwd: process.cwd(),
    root: projectRoot,
  });
  if (!options.ok) return explain(options.error);
  if (options.value.help) {
    console.log(startTexts.usage);
    return 0;
  }
  try {
    const ended = await runDemonstration({
      root: projectRoot,
      options: options.value,
      stop: stopSignal(),
    });
    return ended.ok ? 0 : explain(ended.error);
  } catch (fault) {
    return explain(startTexts.unexpected(keepFault(options.value, fault)));
  }
}

function explain(sentence: string): number {
  console.error(sentence);
  return 1;
}

/** Keeps a bug's trace in a file: it helps a developer and frightens everybody else. */
function keepFault({ dataFolder }: StartOptions, fault: unknown): string {
  const file = path.join(dataFolder, 'start.log');
  const trace = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
  appendFileSync(file, `${new Date().toISOString()} ${trace}\n`);
  return file;
}

// An explicit exit: a window or a download that will not end must not keep the terminal.
process.exit(await start());
