import { test } from '@playwright/test';
import { startDesk, type Desk, type DeskOptions } from '#tests/e2e/support/start-desk.ts';

/**
 * Gives the test file that calls it (at its top level) a fresh desk: filled with the small demonstration data, started
 * before its first test and gone after its last. The answer may be used inside tests only.
 */
export function useFreshDesk(options?: DeskOptions): Desk {
  let desk: Desk | undefined;
  const started = (): Desk => {
    if (desk === undefined) throw new Error('The desk is there inside tests only.');
    return desk;
  };
  test.beforeAll(async () => {
    desk = await startDesk(options);
  });
  test.afterAll(async () => {
    await desk?.stop();
  });
  return {
    get url() {
      return started().url;
    },
    get db() {
      return started().db;
    },
    get documents() {
      return started().documents;
    },
    stop: () => started().stop(),
  };
}
