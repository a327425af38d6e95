import { randomUUID } from 'node:crypto';
import { codeOf, stepAt } from '#server/accounts/factor/totp.ts';
import { apiErrorBodySchema } from '#shared/contract/api-error.ts';
import { factorOfferSchema } from '#shared/contract/second-factor.ts';
import { sessionSchema } from '#shared/contract/session.ts';
import { testPassword } from '#tests/support/builders.ts';
import { postJson, type TestServer } from '#tests/support/server.ts';

/** What a sign-in is tried with beside the user name; `testPassword` unless another one is named. */
export interface SignInTry {
  readonly password?: string;
  readonly code?: string;
  readonly newFactor?: true;
  readonly newPassword?: string;
  readonly appointmentId?: string;
  readonly deviceId?: string;
}

type Server = Pick<TestServer, 'url' | 'clock'>;

/** Tries to sign in, on a PC of its own unless one is named. */
export function trySignIn(server: Server, username: string, tried: SignInTry = {}) {
  const { deviceId = randomUUID(), password = testPassword, ...rest } = tried;
  const device = { id: deviceId, name: 'PC' };
  return postJson(server, '/api/v1/session', { username, password, device, ...rest });
}

/** Asks for the offer of a second factor. */
export function askForFactor(server: Server, username: string, tried: SignInTry = {}) {
  const { deviceId = randomUUID(), password = testPassword, code } = tried;
  const device = { id: deviceId, name: 'PC' };
  return postJson(server, '/api/v1/session/factor', { username, password, device, code });
}

/** Calls in the session that a sign-in opened; paths begin behind `/api/v1/`. */
export async function inSession(server: Server, signedIn: Response) {
  const { accessToken } = sessionSchema.parse(await signedIn.json());
  return (path: string, init: RequestInit = {}) =>
    fetch(`${server.url}/api/v1/${path}`, {
      ...init,
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    });
}

/** Kind of a refusal, or that there was none. */
export async function kindOf(answer: Response): Promise<string> {
  return answer.ok ? 'done' : apiErrorBodySchema.parse(await answer.json()).error.kind;
}

/** An authenticator that was shown a secret in base32 (with gaps): its code at a time, some steps away from it. */
export function codeAt(secret: string, steps = 0, now = new Date()): string {
  const bits = Array.from(secret.replaceAll(' ', ''), (letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  ).join('');
  const bytes = (bits.match(/.{8}/gu) ?? []).map((eight) => Number.parseInt(eight, 2));
  return codeOf(Uint8Array.from(bytes), stepAt(now) + steps);
}

/** The same at the time of a test's server. */
export function codeNow({ clock }: Pick<TestServer, 'clock'>, secret: string, steps = 0): string {
  return codeAt(secret, steps, clock.now());
}

/** Lets the server's clock go on to the next code. */
export function nextCode(server: Server, steps = 1): void {
  server.clock.set(new Date(server.clock.now().getTime() + steps * 30_000));
}

/** Gives an account a second factor as its person does; the clock then stands at a code that was not used yet. */
export async function enrol(server: Server, username: string, tried: SignInTry = {}) {
  const answer = await askForFactor(server, username, tried);
  const offer = factorOfferSchema.parse(await answer.json());
  const code = codeNow(server, offer.secret);
  const confirmed = await trySignIn(server, username, { ...tried, code, newFactor: true });
  if (!confirmed.ok) throw new Error(`The factor of ${username} was not confirmed.`);
  nextCode(server);
  return { ...offer, session: confirmed };
}
