import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { serverProgram } from '#tests/faults/world/build-parts.ts';

/** The real server as a process of its own, which can be killed and started again. */
export class ServerProcess {
  /** Address of the last start. */
  url = 'http://127.0.0.1:1';
  readonly #env: Readonly<Record<string, string>>;
  #child: ChildProcess | null = null;
  #starting: Promise<void> | null = null;

  constructor(options: { readonly databaseUrl: string; readonly dataDir: string }) {
    this.#env = {
      DATABASE_URL: options.databaseUrl,
      MEJA_DATA_DIR: options.dataDir,
      MEJA_LOG_LEVEL: 'error',
      // One address signs in all day.
      MEJA_SIGN_IN_ATTEMPTS: '100000',
      PORT: '0',
    };
  }

  /** Starts it unless it runs; resolves when it listens. */
  start(): Promise<void> {
    if (this.#child) return this.#starting ?? Promise.resolve();
    const child = spawn(process.execPath, [serverProgram, 'start'], {
      env: { ...process.env, ...this.#env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#child = child;
    this.#starting = this.#hearAddress(child).finally(() => {
      this.#starting = null;
    });
    return this.#starting;
  }

  /** SIGKILL; resolves when it is gone. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    await this.#starting;
    this.#child = null;
    const exited = once(child, 'exit');
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await exited;
  }

  #hearAddress(child: ChildProcess): Promise<void> {
    return new Promise((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`The server ended at its start: ${code}`)));
      let text = '';
      child.stdout?.on('data', (part: Buffer) => {
        text = (text + part.toString('utf8')).slice(-4000);
        const url = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0];
        if (url === undefined) return;
        this.url = url;
        resolve();
      });
    });
  }
}
