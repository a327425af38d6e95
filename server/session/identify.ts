import type { Identify } from '#server/http/authentication.ts';
import type { AccessTokens } from '#server/session/access-tokens.ts';
import { sessionError } from '#server/session/session-error.ts';
import { findLiveSession } from '#server/session/sessions.ts';
import type { Db } from '#server/store/database.ts';
import { fail } from '#shared/kernel/result.ts';

/**
 * Who holds an access token, by the session in the database that it names, and by the appointment as it is now: what the token
 * or the client says of a role is never asked.
 */
export function makeIdentify(db: Db, tokens: AccessTokens, now: () => Date): Identify {
  return async (accessToken) => {
    const sessionId = await tokens.read(accessToken);
    if (sessionId === undefined) return fail(sessionError({ kind: 'tidak_dikenal' }));
    const session = await findLiveSession(db, sessionId, now());
    return session.ok ? session : fail(sessionError(session.error));
  };
}
