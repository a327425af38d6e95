import type { RefreshRequest, Session } from '#shared/contract/session.ts';
import type { Account } from '#shared/workflow/authority/account.ts';

const accessSeconds = 600;

interface Family {
  readonly account: Account;
  readonly deviceId: string;
  /** The refresh token that was used last, and those given for it: any one of them may be used next. */
  head: string;
  successors: Set<string>;
}

/**
 * Sessions as design.md section 6 tells them: short access tokens, refresh tokens that rotate and belong to a device; one
 * whose answer was lost works again until a successor was used; any older one ends the session.
 */
export class ModelSessions {
  readonly #now: () => number;
  readonly #families = new Set<Family>();
  readonly #access = new Map<string, { readonly family: Family; readonly until: number }>();
  #made = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  signIn(account: Account, deviceId: string): Session {
    this.end(deviceId);
    const family: Family = { account, deviceId, head: '', successors: new Set() };
    this.#families.add(family);
    return this.#issue(family);
  }

  /** A new session for a refresh token; null when that session is over. */
  refresh({ refreshToken, deviceId }: RefreshRequest): Session | null {
    for (const family of this.#families) {
      if (family.deviceId !== deviceId) continue;
      if (family.head === refreshToken) return this.#issue(family);
      if (family.successors.has(refreshToken)) {
        family.head = refreshToken;
        family.successors = new Set();
        return this.#issue(family);
      }
      this.#families.delete(family);
    }
    return null;
  }

  /** Whose access token this is; null when it is over. */
  accountOf(accessToken: string): Account | null {
    const found = this.#access.get(accessToken);
    if (!found || found.until < this.#now() || !this.#families.has(found.family)) return null;
    return found.family.account;
  }

  /** The session of a device is over. */
  end(deviceId: string): void {
    for (const family of this.#families) {
      if (family.deviceId === deviceId) this.#families.delete(family);
    }
  }

  /** Every session is over. */
  endAll(): void {
    this.#families.clear();
  }

  #issue(family: Family): Session {
    this.#made += 1;
    const accessToken = `access-${this.#made}`;
    const refreshToken = `refresh-${this.#made}`;
    this.#access.set(accessToken, { family, until: this.#now() + accessSeconds * 1000 });
    family.successors.add(refreshToken);
    return {
      account: family.account,
      accessToken,
      accessExpiresInSeconds: accessSeconds,
      refreshToken,
      // What a model keeps for a PC is no secret: 32 bytes of nothing.
      deviceSecret: btoa('\0'.repeat(32)),
      policy: {
        minimumAppVersion: '0.1.0',
        offlineUnlockDays: 7,
        lockAfterMinutes: 15,
        markFoundAllowed: true,
      },
      serverTime: new Date(this.#now()).toISOString(),
    };
  }
}
