import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { healthSchema } from '#shared/contract/api.ts';
import { projectRoot } from '#build/project-root.ts';
import { startTexts } from '#build/start/start-texts.ts';

/** A running `npm start` (without npm in between) and what it has said. */
class Start {
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | null>;
  #said = '';

  constructor(args: readonly string[]) {
    this.#child = spawn(
      process.execPath,
      ['--import', 'tsx', 'build/scripts/start.ts', '--no-open', '--small', ...args],
      { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const listen = (chunk: Buffer): void => {
      this.#said += chunk.toString();
      this.#child.emit('said');
    };
    this.#child.stdout?.on('data', listen);
    this.#child.stderr?.on('data', listen);
    this.#ended = new Promise((resolve) => {
      this.#child.once('close', resolve);
    });
  }

  get said(): string {
    return this.#said;
  }

  /** Settles when the text was said; fails when the process ended without saying it. */
  async until(text: string): Promise<void> {
    const said = new Promise<void>((resolve) => {
      const look = (): void => {
        if (this.#said.includes(text)) resolve();
      };
      this.#child.on('said', look);
      look();
    });
    await Promise.race([said, this.#ended]);
    if (!this.#said.includes(text)) throw new Error(`ended without "${text}": ${this.#said}`);
  }

  /** Sends a signal when one is given and answers the exit code. */
  async end(signal?: NodeJS.Signals): Promise<number | null> {
    if (signal !== undefined) this.#child.kill(signal);
    return this.#ended;
  }
}

let parent: string;
let port: number;
const starts: Start[] = [];

function start(...args: readonly string[]): Start {
  const data = path.join(parent, 'data');
  const started = new Start(['--data', data, '--port', String(port), ...args]);
  starts.push(started);
  return started;
}

function listenOn(wanted: number): Promise<{ readonly server: Server; readonly port: number }> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('no port'));
      else resolve({ server, port: address.port });
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}

/** Whether the PostgreSQL of the data folder left its process file behind. */
function postgresRuns(): boolean {
  const kept = readFileSync(path.join(parent, 'data', 'server', 'postgres.json'), 'utf8');
  const folder = /"folder":"([^"]+)"/u.exec(kept)?.[1] ?? '';
  expect(existsSync(path.join(folder, 'cluster'))).toBe(true);
  return existsSync(path.join(folder, 'cluster', 'postmaster.pid'));
}

beforeAll(async () => {
  parent = mkdtempSync(path.join(tmpdir(), 'meja-start-'));
  const probe = await listenOn(0);
  port = probe.port;
  await close(probe.server);
});
afterEach(async () => {
  await Promise.all(starts.splice(0).map((started) => started.end('SIGTERM')));
});
afterAll(() => {
  rmSync(parent, { recursive: true, force: true });
});

describe('npm start', { timeout: 240_000 }, () => {
  test('makes its data and serves; a second one is told so', async () => {
    const started = start();
    await started.until(startTexts.howToStop);
    expect(started.said).toContain(startTexts.seeding);
    expect(started.said).toContain(startTexts.accountsTitle);
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/health`);
    expect(healthSchema.parse(await answer.json()).status).toBe('siap');
    const page = await fetch(`http://127.0.0.1:${port}/`);
    expect(page.headers.get('content-type')).toContain('text/html');

    const second = start();
    expect(await second.end()).toBe(1);
    expect(second.said).toContain('sedang dipakai');

    expect(await started.end('SIGINT')).toBe(0);
    expect(postgresRuns()).toBe(false);
  });

  test('a start after that keeps the data, and Ctrl+C twice does no harm', async () => {
    const started = start();
    await started.until(startTexts.howToStop);
    expect(started.said).toContain(startTexts.kept);
    expect(started.said).not.toContain(startTexts.seeding);
    void started.end('SIGINT');
    expect(await started.end('SIGINT')).toBe(0);
    expect(postgresRuns()).toBe(false);
  });

  test('a port in use is a sentence, not a trace', async () => {
    const { server } = await listenOn(port);
    const started = start();
    expect(await started.end()).toBe(1);
    expect(started.said.trim()).toBe(startTexts.portTaken(port));
    await close(server);
  });

  test('--fresh begins anew; interrupted while it makes its data, it ends in order', async () => {
    const started = start('--fresh');
    await started.until(startTexts.seeding);
    expect(started.said).toContain(startTexts.removed);
    expect(await started.end('SIGINT')).toBe(0);
    expect(started.said).toContain(startTexts.stoppedEarly);
    expect(postgresRuns()).toBe(false);
  });

  test('the start after that notices, and makes the data anew', async () => {
    const started = start();
    await started.until(startTexts.seeding);
    expect(started.said).toContain(startTexts.seedInterrupted);
    expect(started.said).not.toContain(startTexts.kept);
    expect(await started.end('SIGTERM')).toBe(0);
    expect(postgresRuns()).toBe(false);
  });

  test('an unwritable folder is a sentence', async () => {
    const file = path.join(projectRoot, 'package.json', 'data');
    const started = start('--data', file);
    expect(await started.end()).toBe(1);
    expect(started.said.trim()).toBe(startTexts.folderUnwritable(file));
  });
});
