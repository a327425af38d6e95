import { ensureDeviceId } from '#renderer/data/keyring/host.ts';
import type { WaitingCommands } from '#renderer/data/outbox/read-waiting.ts';
import type { AccountDatabase, HostDatabase } from '#renderer/data/schema/open-database.ts';
import { makeVault, type Vault } from '#renderer/data/sealing/vault.ts';
import type { ServerApi } from '#renderer/workers/sync/http/server-api.ts';
import { sendWaiting } from '#renderer/workers/sync/session/send-waiting.ts';
import {
  askForFactor,
  askForSession,
  takeSeat,
} from '#renderer/workers/sync/session/session-steps.ts';
import type { syncChannel, SyncSettings } from '#renderer/workers/sync/sync-channel.ts';
import type { InputOf, OutputOf } from '#shared/channel/channel.ts';
import type { Session } from '#shared/contract/session.ts';
import { fail, succeed } from '#shared/kernel/result.ts';

/** What signing in stands on. */
export interface SignInPorts {
  readonly makeApi: (settings: SyncSettings) => ServerApi;
  readonly host: HostDatabase;
  readonly openDatabase: (accountId: string, vault: Vault) => AccountDatabase;
  /** Decisions that wait in a database that stays closed. */
  readonly readWaiting: (accountId: string, vault: Vault) => Promise<WaitingCommands>;
  /** The PC's clock, ms epoch. */
  readonly now: () => number;
  /** A damaged store, a bug. */
  readonly onBug: (cause: unknown) => void;
}

type Input<N extends keyof (typeof syncChannel)['requests']> = InputOf<typeof syncChannel, N>;
type Output<N extends keyof (typeof syncChannel)['requests']> = OutputOf<typeof syncChannel, N>;

/** Signing in, in two steps: the server gives a session, then the account's key says what becomes of it. */
export class SignIns {
  readonly #ports: SignInPorts;
  // The session that waits for the key it is kept with; a later sign-in takes its place.
  #waiting: { readonly signInId: string; readonly session: Session } | null = null;

  constructor(ports: SignInPorts) {
    this.#ports = ports;
  }

  /** Asks for a session; nothing of it is kept yet. */
  async signIn(settings: SyncSettings, input: Input<'signIn'>): Promise<Output<'signIn'>> {
    const { host, makeApi, onBug } = this.#ports;
    const ports = { api: makeApi(settings), deviceName: settings.deviceName };
    try {
      const deviceId = input.deviceId ?? (await ensureDeviceId(host));
      const answer = await askForSession(ports, deviceId, input);
      if (!answer.ok) return answer;
      // No other worker gives the same: one that failed may have left its page with a sign-in.
      const signInId = crypto.randomUUID();
      this.#waiting = { signInId, session: answer.value };
      const { account, policy, appointments } = answer.value;
      const { deviceSecret, newPasswordAsked = false } = answer.value;
      const told = { account, policy, ...(appointments && { appointments }) };
      return succeed({ signInId, ...told, deviceSecret, newPasswordAsked });
    } catch (cause) {
      // This PC cannot even tell its own id (damaged store).
      onBug(cause);
      return fail({ kind: 'penyimpanan' });
    }
  }

  /** Asks for a second factor; nothing of it is kept here. */
  async offerFactor(
    settings: SyncSettings,
    input: Input<'offerFactor'>,
  ): Promise<Output<'offerFactor'>> {
    const { host, makeApi, onBug } = this.#ports;
    const ports = { api: makeApi(settings), deviceName: settings.deviceName };
    try {
      return await askForFactor(ports, await ensureDeviceId(host), input);
    } catch (cause) {
      onBug(cause);
      return fail({ kind: 'penyimpanan' });
    }
  }

  /** Keeps a session, sealed with the account's key; false: another sign-in came after it. */
  async keep({ signInId, key }: Input<'keepSession'>): Promise<boolean> {
    const session = this.#take(signInId);
    if (!session) return false;
    const { host, openDatabase, now } = this.#ports;
    const database = openDatabase(session.account.id, makeVault(key));
    try {
      await takeSeat(host, database, session, now());
      return true;
    } finally {
      database.close();
    }
  }

  /** Leaves a session that is not to be kept; nobody waits for the server. */
  decline(settings: SyncSettings, { signInId }: Input<'declineSession'>): null {
    const session = this.#take(signInId);
    const { makeApi, onBug } = this.#ports;
    if (session) {
      const { accessToken } = session;
      void makeApi(settings).call('signOut', {}, { accessToken }).catch(onBug);
    }
    return null;
  }

  /** Delivers what waits in a database that stays closed, and leaves the session again. */
  async sendWaiting(
    settings: SyncSettings,
    { signInId, key }: Input<'sendWaiting'>,
  ): Promise<Output<'sendWaiting'>> {
    const { makeApi, readWaiting, onBug } = this.#ports;
    const session = this.#take(signInId);
    try {
      if (!session) return fail({ kind: 'penyimpanan' });
      const waiting = await readWaiting(session.account.id, makeVault(key));
      return await sendWaiting(makeApi(settings), session, waiting);
    } catch (cause) {
      onBug(cause);
      return fail({ kind: 'penyimpanan' });
    }
  }

  /** The session that this sign-in got, once. */
  #take(signInId: string): Session | undefined {
    const waiting = this.#waiting;
    if (waiting?.signInId !== signInId) return undefined;
    this.#waiting = null;
    return waiting.session;
  }
}
