import type { LinkOrigin } from '#server/commands/chain.ts';
import type { Sender } from '#server/commands/command-handler.ts';
import { isOlderVersion } from '#server/feed/app-version.ts';
import { wasSeenWith } from '#server/store/seen-versions.ts';
import type { Tx } from '#server/store/database.ts';
import type { Decision } from '#shared/workflow/decision.ts';

/** What the server knows of where and when a decision was made, and by which version it is judged. */
export interface DeliveryOrigin extends LinkOrigin {
  readonly decidedAt: Date;
  /** The version that is asked what a version can know. */
  readonly judgedVersion: string;
}

/** A decision that came. `sender`: what brought it; `versionAt`: since when the usul is as it is. */
export interface ArrivedDecision {
  readonly accountId: string;
  readonly sender: Omit<Sender, 'account'> | undefined;
  readonly payload: Decision;
  readonly receivedAt: Date;
  readonly versionAt: Date;
}

/** So far a clock of an honest PC may be off; a battery that ran out is years. */
const clockToleranceMs = 3 * 86_400_000;

/** What is believed of a decision's own statements, and what is known instead. */
export async function originOf(
  tx: Tx,
  { accountId, payload, sender, receivedAt, versionAt }: ArrivedDecision,
): Promise<DeliveryOrigin> {
  const { deviceId = null, sessionId = null, appVersion = null } = sender ?? {};
  const judgedVersion = await judgedVersionOf(tx, accountId, appVersion, payload.appVersion);
  const decidedAt = believedTime(new Date(payload.decidedAt), versionAt, receivedAt);
  return { deviceId, sessionId, appVersion, decidedAt, judgedVersion };
}

/** Nobody can have judged an usul before it was as it is. */
function believedTime(stated: Date, from: Date, until: Date): Date {
  const isPossible =
    stated.getTime() >= from.getTime() - clockToleranceMs &&
    stated.getTime() <= until.getTime() + clockToleranceMs;
  return isPossible ? stated : until;
}

/**
 * The version of the session, except for what was made with an older one before an update: that the account used such a
 * one, the server has seen. Where a session names none, nothing better is known than what the decision states.
 */
async function judgedVersionOf(
  tx: Tx,
  accountId: string,
  ofSession: string | null,
  stated: string,
): Promise<string> {
  if (ofSession === null) return stated;
  const isBefore = isOlderVersion(stated, ofSession) && (await wasSeenWith(tx, accountId, stated));
  return isBefore ? stated : ofSession;
}
