import { z } from 'zod';
import { adminPageRows } from '#shared/contract/admin/page.ts';
import { codeText, instantText, lineText, longText } from '#shared/kernel/bounded.ts';

/** What speaks against a decision that arrived late. */
export const handoverDoubtKinds = [
  'dibuat_setelah_akhir',
  'waktu_tidak_cocok',
  'versi_tak_pernah_dikirim',
  'jam_di_depan',
] as const;

/** A decision that arrived after its PC, account or appointment had ended, and waits. Times of the PC are as it states them. */
export const heldDecisionSchema = z.looseObject({
  id: codeText,
  displayName: lineText,
  username: codeText,
  deviceName: lineText,
  madeAt: instantText,
  endedAt: instantText,
  receivedAt: instantText,
  doubts: z.array(z.enum(handoverDoubtKinds)).max(10),
  /** Null where it is no decision of an usul, or of one that is not there. */
  usul: z.looseObject({ id: codeText, employeeName: lineText, recordType: codeText }).nullable(),
  outcome: codeText.nullable(),
  note: longText,
});
/** A decision that waits. */
export type HeldDecision = z.infer<typeof heldDecisionSchema>;
/** Those that wait, the oldest first; `more`: how many are not shown. */
export const heldDecisionsSchema = z.looseObject({
  rows: z.array(heldDecisionSchema).max(adminPageRows),
  more: z.int().min(0),
});

/** What BKPSDM says of one of them; ids of decisions are their PC's own making. */
export const heldRulingSchema = z.object({ id: codeText, ruling: z.enum(['lepas', 'tolak']) });
/** What became of it; `message`: why the server refused what was released. */
export const heldOutcomeSchema = z.looseObject({
  result: z.enum(['diterima', 'ditolak_server', 'ditolak']),
  message: longText,
});
