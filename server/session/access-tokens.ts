import { jwtVerify, SignJWT } from 'jose';

/** Name of the secret that signs access tokens. */
export const accessTokenSecret = 'access-token';

/** How long an access token works. */
export const accessSeconds = 600;

const issuer = 'meja-verifikator';
const audience = 'meja-verifikator/akses';

/** Makes and reads the short access tokens (JWT, HS256); they carry the session's id alone. */
export interface AccessTokens {
  make(sessionId: string): Promise<string>;
  /** The session's id; undefined for a token that is false, altered or past its time. */
  read(token: string): Promise<string | undefined>;
}

/** Access tokens under a key of 32 bytes. */
export function makeAccessTokens(key: Uint8Array, now: () => Date): AccessTokens {
  return {
    async make(sessionId) {
      const seconds = Math.floor(now().getTime() / 1_000);
      return new SignJWT({})
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(sessionId)
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + accessSeconds)
        .sign(key);
    },
    async read(token) {
      try {
        const { payload } = await jwtVerify(token, key, {
          issuer,
          audience,
          algorithms: ['HS256'],
          currentDate: now(),
        });
        return payload.sub;
      } catch {
        // Whatever is wrong with it: it opens nothing, and the caller says so.
        return undefined;
      }
    },
  };
}
