import { z } from 'zod';
import { usulPositionSchema, usulSchema } from '#shared/domain/model/usul.ts';

/** Query of the change feed: `cursor` as last answered, absent for a new PC; `limit` counts changes. */
export const changesQuerySchema = z.object({
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});

/**
 * One change, in the order of commit: the usul as it is now, or that it left what this account must see
 * (`position` is null when it went to another scope).
 */
export const changeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('usul'), seq: z.int().positive(), usul: usulSchema }),
  z.object({
    kind: z.literal('keluar'),
    seq: z.int().positive(),
    usulId: z.uuid(),
    position: usulPositionSchema.nullable(),
  }),
]);
/** One change. */
export type Change = z.infer<typeof changeSchema>;

/**
 * A page of the feed. `cursor` is opaque text to hand back; `remaining` is how many changes follow it now. A cursor
 * that the server does not know is answered with error kind `perlu_sinkron_ulang` (HTTP 410).
 */
export const changesPageSchema = z.looseObject({
  changes: z.array(changeSchema),
  cursor: z.string(),
  remaining: z.int().nonnegative(),
  serverTime: z.iso.datetime(),
});
/** A page of the feed. */
export type ChangesPage = z.infer<typeof changesPageSchema>;
