import { chmod, rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import {
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '#server/postgres/embedded-postgres.ts';
import { makeClusterFolder } from '#tests/support/cluster-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of the superuser's connection to the run's PostgreSQL. */
    postgresAdminUrl: string;
  }
}

let stop: (() => Promise<void>) | undefined;

/** One real PostgreSQL for the whole test run, in a temporary folder (not durable, so that it is fast). */
export async function setup(project: TestProject): Promise<void> {
  const folder = await makeClusterFolder('meja-test-');
  // PostgreSQL of a root runs as another user, who must pass through: else its files lie elsewhere, on a disk.
  await chmod(folder, 0o711);
  const postgres = await startEmbeddedPostgres(folder, { durable: false, maxConnections: 150 });
  project.provide('postgresAdminUrl', postgres.url);
  stop = async () => {
    await postgres.stop();
    await removeEmbeddedPostgres(folder);
    await rm(folder, { recursive: true, force: true });
  };
}

/** Stops it and removes the folder. */
export async function teardown(): Promise<void> {
  await stop?.();
}
