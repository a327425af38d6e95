import { expect } from 'vitest';
import type { z } from 'zod';
import { apiErrorBodySchema } from '#shared/contract/api-error.ts';
import { localDateIn } from '#shared/kernel/time-zone.ts';
import type { Scope } from '#shared/workflow/authority/account.ts';
import type { Role } from '#shared/workflow/authority/roles.ts';
import { postJson, type TestClient, type TestServer } from '#tests/support/server.ts';

/** Where the admins of these tests are admin. */
export const kabA = { kind: 'instansi', id: 'kab-a' } as const;
/** Where others are. */
export const kemZ = { kind: 'instansi', id: 'kem-z' } as const;

/** The day on which these tests run, as an admin of a WIB instansi has it. */
export const today = () => localDateIn('WIB', new Date());

/** Sends a form of an admin. */
export function postAs(by: TestClient, path: string, body: object): Promise<Response> {
  return by.fetch(`/api/v1/admin/${path}`, { method: 'POST', body: JSON.stringify(body) });
}

/** The sentence with which something was refused, its kind where that says more, or that it was done. */
export async function told(answer: Response): Promise<string> {
  if (answer.ok) return 'done';
  const { error } = apiErrorBodySchema.parse(await answer.json());
  return error.kind === 'tidak_sah' ? error.message : error.kind;
}

/** What an admin is shown. */
export async function readAs<S extends z.ZodType>(
  by: TestClient,
  path: string,
  schema: S,
): Promise<z.output<S>> {
  const answer = await by.fetch(`/api/v1/admin/${path}`);
  expect(answer.status).toBe(200);
  return schema.parse(await answer.json());
}

/** Gives an appointment from today on, without an end, by a letter; `change` replaces what it says. */
export function giveAs(
  by: TestClient,
  accountId: string,
  [role, scope]: readonly [Role, Scope],
  change: object = {},
): Promise<Response> {
  const letter = { number: '800/12/BKPSDM', date: '2026-11-01' };
  const days = { validFrom: today(), validUntil: null };
  return postAs(by, 'appointments', { accountId, role, scope, ...days, letter, ...change });
}

/** Opens an account with a code. */
export function activate(
  server: Pick<TestServer, 'url'>,
  request: { readonly username: string; readonly code: string; readonly newPassword: string },
): Promise<Response> {
  return postJson(server, '/api/v1/session/activate', request);
}
