import { planDemo } from '#build/demo/plan/plan-demo.ts';
import { demoSeed, runSeed } from '#build/demo/seed.ts';
import { chooseAccounts, type ShownAccount } from '#build/start/demo-accounts.ts';
import type { DemoSize } from '#build/start/start-options.ts';
import type { Stores } from '#server/app/open-stores.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';

/** What demonstration data is made and where its truth file goes. */
export interface DemoData {
  /** The server's data folder; the truth about the planted faults is kept there, and the server never reads it. */
  readonly dataFolder: string;
  readonly size: DemoSize;
}

/** Fills empty stores with demonstration data; answers the accounts to show. */
export async function fillDemoData(stores: Stores, data: DemoData): Promise<ShownAccount[]> {
  const now = new Date();
  const { accounts } = await runSeed({
    db: stores.db,
    documents: stores.documents,
    dataDir: data.dataFolder,
    log: (line) => {
      console.log(`  ${line}`);
    },
    now,
    plan: planDemo({
      seed: demoSeed,
      today: localDateOf(now),
      size: data.size === 'kecil' ? 'small' : 'full',
    }),
  });
  return chooseAccounts(accounts).map(({ username, password, role, also, office, openUsul }) => ({
    username,
    password,
    role,
    ...(also && { also }),
    office,
    openUsul,
  }));
}
