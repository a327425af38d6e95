import { z } from 'zod';

/** First password of an account, for the code of its slip. */
export const activationRequestSchema = z.object({
  username: z.string().trim().min(1).max(60),
  code: z.string().trim().min(1).max(100),
  newPassword: z.string().min(1).max(200),
});
/** First password of an account. */
export type ActivationRequest = z.infer<typeof activationRequestSchema>;

/** Another password for one's own account, by whoever knows the one of before. */
export const passwordChangeSchema = z.object({
  oldPassword: z.string().min(1).max(200),
  newPassword: z.string().min(1).max(200),
});

/** Length in characters that a new password has (ASVS 2.1.1, 2.1.2). */
export const passwordLength = { least: 12, most: 128 } as const;
