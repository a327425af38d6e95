import { z } from 'zod';
import { pageKeySchema, pageSchema, searchTextSchema } from '#shared/contract/admin/page.ts';
import { codeText, instantText, lineText } from '#shared/kernel/bounded.ts';

/** How an account stands with a PC; `dicabut`: nobody may use the PC any more. */
export const deviceStates = ['menunggu', 'berlaku', 'ditolak', 'dicabut'] as const;

/** Which PCs are asked for. */
export const devicesQuerySchema = z.object({
  search: searchTextSchema.exactOptional(),
  state: z.enum(deviceStates).exactOptional(),
  after: pageKeySchema.exactOptional(),
});

/** A PC and one of the accounts that use it or want to. */
export const managedDeviceSchema = z.looseObject({
  deviceId: z.uuid(),
  deviceName: lineText,
  accountId: z.uuid(),
  username: codeText,
  displayName: lineText,
  state: z.enum(deviceStates),
  askedAt: instantText,
  lastSeenAt: instantText,
  /** Version of the application that was seen there last; null where none was named. */
  appVersion: codeText.nullable(),
});
/** A PC and one of its accounts. */
export type ManagedDevice = z.infer<typeof managedDeviceSchema>;
/** A page of PCs. */
export const devicesPageSchema = pageSchema(managedDeviceSchema);

/** What an admin says of a PC: of all accounts that wait on it, or (`cabut`) that nobody may use it any more. */
export const deviceRulingSchema = z.object({
  deviceId: z.uuid().toLowerCase(),
  ruling: z.enum(['setujui', 'tolak', 'cabut']),
});
/** What an admin says of a PC. */
export type DeviceRuling = z.infer<typeof deviceRulingSchema>['ruling'];
