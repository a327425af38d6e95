import { z } from 'zod';
import { hostDatabaseName, type IndexedDbPorts } from '#renderer/data/schema/open-database.ts';
import { readRawStore } from '#renderer/data/schema/raw-store.ts';
import { envelopeSchema, type Envelope } from '#renderer/data/sealing/envelope.ts';

/** Who sits at this PC, and the PC's own id; `envelope` has the account's key, null when there is none to be read. */
export interface RawSeat {
  readonly accountId: string;
  readonly username: string;
  readonly deviceId: string;
  readonly envelope: Envelope | null;
}

const settingSchema = z.object({ key: z.string(), value: z.string() });
const accountSchema = z.looseObject({ id: z.string(), envelope: envelopeSchema });

/** Reads who sits here out of the PC's database at whatever version; null when nobody does. */
export async function readSeat(ports?: IndexedDbPorts): Promise<RawSeat | null> {
  const settings = new Map(
    (await readRawStore(hostDatabaseName, 'settings', ports)).flatMap((row) => {
      const setting = settingSchema.safeParse(row).data;
      return setting ? [[setting.key, setting.value] as const] : [];
    }),
  );
  const accountId = settings.get('currentAccountId') ?? '';
  const deviceId = settings.get('deviceId');
  if (accountId === '' || deviceId === undefined) return null;
  const envelopes = (await readRawStore(hostDatabaseName, 'accounts', ports)).flatMap((row) => {
    const account = accountSchema.safeParse(row).data;
    return account?.id === accountId ? [account.envelope] : [];
  });
  const username = settings.get('lastUsername') ?? '';
  return { accountId, deviceId, username, envelope: envelopes[0] ?? null };
}
