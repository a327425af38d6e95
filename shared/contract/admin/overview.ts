import { z } from 'zod';
import { lineText } from '#shared/kernel/bounded.ts';

const count = z.int().min(0);

/** What an admin sees first: how far the instansi was set up, and what waits. Null where there is no instansi (BKN central). */
export const adminOverviewSchema = z.looseObject({
  setup: z.looseObject({ opd: count, unor: count, asn: count, periods: count }).nullable(),
  accounts: z.looseObject({ active: count, waiting: count }),
  appointments: count,
  waitingDevices: count,
  waitingHandovers: count,
  /** OPDs without a verifikator (their own, or of an office above). */
  withoutVerifikator: z.array(lineText).max(5_000),
  hasApprover: z.boolean(),
  hasHelpdesk: z.boolean(),
});
/** What an admin sees first. */
export type AdminOverview = z.infer<typeof adminOverviewSchema>;
