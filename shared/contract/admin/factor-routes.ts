import { accountIdSchema, managedAccountSchema } from '#shared/contract/admin/accounts.ts';
import {
  factorPolicySchema,
  factorRuleChangeSchema,
} from '#shared/contract/admin/second-factor.ts';

const admin = ['admin'] as const;
const formBytes = 1_024;

/** Second factors of others: who must have one, and who lost it. */
export const factorRoutes = {
  adminResetFactor: {
    method: 'POST',
    path: '/api/v1/admin/accounts/factor',
    summary: 'Take the second factor of an account away, and its sessions.',
    access: admin,
    pace: 'jarang',
    body: accountIdSchema,
    bodyBytes: formBytes,
    signed: true,
    answer: managedAccountSchema,
  },
  adminFactorPolicy: {
    method: 'GET',
    path: '/api/v1/admin/factor-policy',
    summary: 'From which day which roles must have a second factor.',
    access: admin,
    pace: 'sering',
    answer: factorPolicySchema,
  },
  adminSetFactorRule: {
    method: 'POST',
    path: '/api/v1/admin/factor-policy',
    summary:
      'Say from which day those with a role must have a second factor, or that they need not.',
    access: admin,
    pace: 'jarang',
    body: factorRuleChangeSchema,
    bodyBytes: formBytes,
    signed: true,
    answer: factorPolicySchema,
  },
} as const;
