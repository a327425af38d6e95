import { z } from 'zod';
import { pageKeySchema, pageSchema, searchTextSchema } from '#shared/contract/admin/page.ts';
import { codeText, instantText, lineText } from '#shared/kernel/bounded.ts';
import { roleSchema } from '#shared/workflow/authority/account.ts';
import { isPlainLine } from '#shared/kernel/typed-text.ts';

/** How an account stands; `menunggu`: it has no password yet, its code was not used. */
export const accountStates = ['aktif', 'menunggu', 'nonaktif'] as const;
/** How an account stands. */
export type AccountState = (typeof accountStates)[number];

/** Which accounts are asked for. */
export const accountsQuerySchema = z.object({
  search: searchTextSchema.exactOptional(),
  state: z.enum(accountStates).exactOptional(),
  after: pageKeySchema.exactOptional(),
});

/**
 * An account as its admin sees it. `roles`: of its appointments that nobody has ended; `codeUntil`: until when its code works,
 * null where none was made; `elsewhere`: it acts outside of what the admin is over, so that he or she cannot reset or close it.
 * `factor` (since 13): whether it has a second factor.
 */
export const managedAccountSchema = z.looseObject({
  id: z.uuid(),
  username: codeText,
  nip: codeText.nullable(),
  displayName: lineText,
  state: z.enum(accountStates),
  codeUntil: instantText.nullable(),
  roles: z.array(roleSchema).max(20),
  elsewhere: z.boolean(),
  factor: z.boolean().exactOptional(),
});
/** An account as its admin sees it. */
export type ManagedAccount = z.infer<typeof managedAccountSchema>;
/** A page of accounts. */
export const accountsPageSchema = pageSchema(managedAccountSchema);

/** User names: what can be typed on every keyboard. */
export const usernamePattern = /^[a-z0-9][a-z0-9._-]{2,59}$/u;
/** An account to add; it gets no password but a code. */
export const newAccountSchema = z.object({
  username: z.string().trim().toLowerCase().max(60).regex(usernamePattern),
  displayName: z.string().trim().min(1).max(200).refine(isPlainLine),
  nip: z.string().trim().max(40).nullable(),
});

/** A code that opens an account once, told this one time. */
export const activationSlipSchema = z.looseObject({
  accountId: z.uuid(),
  username: codeText,
  displayName: lineText,
  nip: codeText.nullable(),
  code: codeText,
  validUntil: instantText,
});
/** A code that opens an account once. */
export type ActivationSlip = z.infer<typeof activationSlipSchema>;

/** Which account is reset. */
export const accountIdSchema = z.object({ accountId: z.uuid().toLowerCase() });
/** Whether an account may be used at all. */
export const accountChangeSchema = accountIdSchema.extend({ active: z.boolean() });
