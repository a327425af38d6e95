import { z } from 'zod';
import { codeText, lineText } from '#shared/kernel/bounded.ts';

/** Most slips that are made at once: as many as a person cuts and hands out. */
export const mostSlips = 2_000;

/** Slips for all who wait in an OPD and what is under it; null: in the whole instansi. */
export const slipsRequestSchema = z.object({ opdId: codeText.nullable() });
/** Slips as a PDF (base64), each office from a page of its own; codes of before work no longer. */
export const slipsSchema = z.looseObject({
  name: lineText,
  count: z.int().positive(),
  bytes: z.base64().max(40_000_000),
});
