import type { DeviceSigner } from '#renderer/data/keyring/device-signer.ts';
import { apiRoutes, type ApiRoute } from '#shared/contract/api.ts';
import {
  bodyProofText,
  deviceProofHeader,
  proofToHeader,
  refreshProofText,
  signInProofText,
} from '#shared/contract/device-proof.ts';
import type { AnyRouteInput, RouteName } from '#shared/contract/route-call.ts';
import {
  factorOfferRequestSchema,
  refreshRequestSchema,
  sessionSchema,
} from '#shared/contract/session.ts';

/** A body as it is sent, with the headers that belong to it. */
export interface SignedBody {
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Signs what a PC with a key signs: a sign-in and a refresh in their bodies, which every server takes; a batch in a header,
 * once the server has asked for it.
 */
export async function signCall(
  signer: DeviceSigner | undefined,
  route: RouteName,
  { body }: AnyRouteInput,
  accessToken: string | undefined,
): Promise<SignedBody> {
  const unsigned = { body, headers: {} };
  if (!signer) return unsigned;
  const text = sessionText(route, body);
  if (text !== undefined && typeof body === 'object') {
    return { body: { ...body, proof: await signer.prove(text) }, headers: {} };
  }
  const { path, signed }: ApiRoute = apiRoutes[route];
  if (!signed || accessToken === undefined || !(await signer.isAsked())) return unsigned;
  // The very bytes are signed: they are made here.
  const json = JSON.stringify(body);
  const proof = await signer.prove(bodyProofText(path, accessToken, await hashOf(json)));
  const headers = { 'content-type': 'application/json', [deviceProofHeader]: proofToHeader(proof) };
  return { body: json, headers };
}

/** Notes whether the server asks this PC to sign, which it says with every session. */
export async function noteWhatIsAsked(
  signer: DeviceSigner | undefined,
  route: RouteName,
  data: unknown,
): Promise<void> {
  if (!signer || (route !== 'signIn' && route !== 'refresh')) return;
  const session = sessionSchema.safeParse(data).data;
  if (session) await signer.noteAsked(session.deviceKey);
}

function sessionText(route: RouteName, body: unknown): string | undefined {
  if (route === 'signIn' || route === 'offerFactor') {
    const asked = factorOfferRequestSchema.safeParse(body).data;
    return asked && signInProofText(asked.device.id, asked.username);
  }
  const asked = route === 'refresh' ? refreshRequestSchema.safeParse(body).data : undefined;
  return asked && refreshProofText(asked.deviceId, asked.refreshToken);
}

async function hashOf(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
