import { z } from 'zod';
import { apiErrorSchema } from '#shared/contract/api-error.ts';
import { serverKeySchema } from '#shared/contract/server-identity.ts';

/** Faults of a call that the server, or somebody in its place, has answered. */
export const answeredFaultSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('bukan_jawaban') }),
  z.object({
    kind: z.literal('server'),
    status: z.int(),
    error: apiErrorSchema,
    retryAfterSeconds: z.int().positive().optional(),
  }),
  z.object({ kind: z.literal('penyimpanan') }),
  z.object({ kind: z.literal('server_lain'), key: serverKeySchema.nullable() }),
]);

/**
 * Why a call to the server did not bring what it should.
 *
 * - `tak_terjangkau`: no answer (no network, refused, timed out);
 * - `bukan_jawaban`: an answer, but not one of the contract (captive portal, truncated body, foreign proxy);
 * - `server`: the server answered with its own error, and perhaps when it wants to be asked again;
 * - `penyimpanan`: the answer came, but this PC could not keep it (no space, damaged store);
 * - `server_lain`: whoever answers is not the server that this PC knows: nothing was sent to it. `key`: the one that it
 *   shows; null: none.
 */
export const faultSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tak_terjangkau') }),
  ...answeredFaultSchema.options,
]);
/** Why a call to the server did not bring what it should. */
export type Fault = z.infer<typeof faultSchema>;
