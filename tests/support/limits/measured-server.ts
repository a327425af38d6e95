import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const program = fileURLToPath(new URL('measured-process.ts', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What a piece of work did to the server; the delay is what an idle process beside it did not show. */
export interface Toll {
  readonly delayMs: number;
  readonly grownMb: number;
}

/** The real server in a process of its own, and an idle process beside it. */
export interface MeasuredServer {
  readonly url: string;
  /** Does the work and answers what it did to the server. */
  measure(work: () => Promise<void>): Promise<Toll>;
  stop(): Promise<void>;
}

/** Starts both; `env` are the settings of the server. */
export async function startMeasuredServer(
  env: Readonly<Record<string, string>>,
): Promise<MeasuredServer> {
  const [server, idle] = [launch(env, []), launch({}, ['idle'])];
  const { url } = z.object({ url: z.string() }).parse(await answerOf(server));
  await answerOf(idle);
  return {
    url,
    measure: async (work) => {
      await Promise.all([ask(server, 'begin'), ask(idle, 'begin')]);
      // Asked for in any case: else the next question would get the answer to this one.
      const end = () => Promise.all([ask(server, 'end'), ask(idle, 'end')]);
      const [own, others] = await work().then(end, async (failure: unknown) => {
        await end();
        throw failure;
      });
      const [{ delayMs, grownMb }, machine] = [tollSchema.parse(own), tollSchema.parse(others)];
      return { delayMs: delayMs - machine.delayMs, grownMb };
    },
    stop: async () => {
      for (const child of [server, idle]) {
        child.kill('SIGKILL');
        if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      }
    },
  };
}

const tollSchema = z.object({ delayMs: z.number(), grownMb: z.number() });

function launch(env: Readonly<Record<string, string>>, args: readonly string[]): ChildProcess {
  return fork(program, args, {
    cwd: root,
    env: { ...process.env, ...env },
    execArgv: ['--import', 'tsx'],
  });
}

function ask(child: ChildProcess, question: string): Promise<unknown> {
  const answer = answerOf(child);
  child.send(question);
  return answer;
}

function answerOf(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) =>
      reject(new Error(`The measured process ended: ${code}`));
    child.once('exit', onExit);
    child.once('message', (message: unknown) => {
      child.off('exit', onExit);
      resolve(message);
    });
  });
}
