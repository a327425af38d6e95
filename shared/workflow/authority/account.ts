import { z } from 'zod';
import { codeText, lineText } from '#shared/kernel/bounded.ts';

/** Roles of design.md section 4 and domain.md 4.2. */
export const roles = [
  'asn',
  'verifikator',
  'approver',
  'validator',
  'monitor',
  'admin',
  'helpdesk',
] as const;
/** Role as zod schema. */
export const roleSchema = z.enum(roles);
/** Role of an account. */
export type Role = z.infer<typeof roleSchema>;

/**
 * What an account may see: one OPD with everything under it, a whole instansi, a BKN regional office, BKN central, or
 * one employee's own usul.
 */
export const scopeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opd'), id: codeText }),
  z.object({ kind: z.literal('instansi'), id: codeText }),
  z.object({ kind: z.literal('kanreg'), id: codeText }),
  z.object({ kind: z.literal('bkn_pusat') }),
  z.object({ kind: z.literal('employee'), id: codeText }),
]);
/** What an account may see. */
export type Scope = z.infer<typeof scopeSchema>;

/**
 * An account as its own client sees it. `scopeName` is the OPD's or instansi's name, for display; `nip` is the person's own
 * number, null where the account has none, absent when the server did not say (contract 4 and older).
 */
export const accountSchema = z.looseObject({
  id: z.uuid(),
  username: codeText,
  nip: codeText.nullable().exactOptional(),
  displayName: lineText,
  role: roleSchema,
  scope: scopeSchema,
  scopeName: lineText,
});
/** An account as its own client sees it. */
export type Account = z.infer<typeof accountSchema>;
