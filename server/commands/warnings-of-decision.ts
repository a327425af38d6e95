import { isOlderVersion } from '#server/feed/app-version.ts';
import { addDays, localDateOf } from '#shared/kernel/local-date.ts';
import {
  acknowledgementsOf,
  warningKey,
  type Acknowledgement,
  type OpenWarning,
  type ToldAcknowledgement,
} from '#shared/records/open-warning.ts';
import { checkUsul } from '#shared/records/rules/check-usul.ts';
import type { Usul } from '#shared/records/usul.ts';
import type { Decision } from '#shared/workflow/decision.ts';
import { knownSince, knownWarnings } from '#shared/workflow/known-warnings.ts';

/** The warnings over which a decision was made, as far as the server can compute them. */
export interface WarningsOfDecision {
  /** Each must have been acknowledged. */
  readonly asked: readonly OpenWarning[];
  /** The application that decided could not ask about these: whoever decides next is told so. */
  readonly notAsked: readonly OpenWarning[];
}

/**
 * What the rules found already on the day of the decision, in whatever time zone of the country, and find today, so that
 * neither the time on the way nor a PC's wrong clock asks for what nobody could see. What the application that decided did
 * not know yet (as the decision itself states, for ever in the chain) is not asked of it, and not lost either.
 * `usul` as it was judged; `sinceOf`: the version that first asked about a warning.
 */
export function warningsOfDecision(
  usul: Usul,
  payload: Decision,
  receivedAt: Date,
  sinceOf: (warning: Acknowledgement) => string = knownSince,
): WarningsOfDecision {
  const decided = localDateOf(new Date(payload.decidedAt));
  const days = new Set([decided, addDays(decided, 1), localDateOf(receivedAt)]);
  const [first = [], ...others] = [...days].map((day) =>
    knownWarnings(usul, payload, checkUsul(usul, day)),
  );
  const open = others.reduce((still, found) => {
    const keys = new Set(found.map(warningKey));
    return still.filter((warning) => keys.has(warningKey(warning)));
  }, first);
  const isKnown = (warning: OpenWarning): boolean =>
    !isOlderVersion(payload.appVersion, sinceOf(warning));
  return {
    asked: open.filter(isKnown),
    notAsked: open.filter((warning) => !isKnown(warning)),
  };
}

/** What history tells of the warnings of a decision: what was acknowledged, then what nobody was asked about. */
export function toldOf(
  { acknowledged = [] }: Decision,
  { notAsked }: Pick<WarningsOfDecision, 'notAsked'>,
): readonly ToldAcknowledgement[] {
  const stated = new Set(acknowledged.map(warningKey));
  const unseen = notAsked.filter((warning) => !stated.has(warningKey(warning)));
  return [
    ...acknowledged,
    ...acknowledgementsOf(unseen).map((warning) => ({ ...warning, asked: false as const })),
  ];
}
