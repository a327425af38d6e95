import type { Announcement, UnderHand } from '#tests/faults/client/driver-contract.ts';
import type { Journal } from '#shared/bridge/journal-port.ts';
import { decodeJournal } from '#shared/journal/framing.ts';

/** Sealed, a decision has more bytes than this and any other entry fewer: nobody can see into it. */
const smallestDecision = 300;

/** The journal as it is, which tells before and after it appends what a person has in hand. */
export function tellOfJournal(
  journal: Journal,
  inHand: () => UnderHand | null,
  announce: (announcement: Announcement) => Promise<void>,
): Journal {
  return {
    ...journal,
    append: async (accountId, records) => {
      const hand = inHand();
      // A receipt may be noted meanwhile.
      const of = hand && isDecision(records) === (hand.act === 'decide') ? hand : null;
      if (of) await announce({ step: 'journalling', of });
      const appended = await journal.append(accountId, records);
      if (of && appended.ok) await announce({ step: 'journalled', of });
      return appended;
    },
  };
}

function isDecision(records: Uint8Array<ArrayBuffer>): boolean {
  return decodeJournal(records).records.some(
    ({ payload }) => payload.byteLength > smallestDecision,
  );
}
