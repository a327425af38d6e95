import { turnName, type JournalPlace } from '#renderer/data/journal/command-journal.ts';
import { recordKinds } from '#renderer/data/journal/entries.ts';
import type { JournalAnswer } from '#shared/bridge/journal-port.ts';
import { decodeJournal, encodeRecord } from '#shared/journal/framing.ts';
import { succeed } from '#shared/kernel/result.ts';

/**
 * Keeps the envelope of the account's key (JSON text) beside the commands that are sealed with it: without the local
 * database they can be read again all the same. The same text as last time is not written again.
 */
export async function keepEnvelope(
  place: JournalPlace,
  json: string,
): Promise<JournalAnswer<null>> {
  return place.exclusively(turnName(place), async () => {
    const kept = await readEnvelopes(place);
    if (!kept.ok) return kept;
    if (kept.value[0] === json) return succeed(null);
    const payload = new TextEncoder().encode(json);
    const record = encodeRecord({ kind: recordKinds.envelope, payload });
    return place.journal.append(place.accountId, record);
  });
}

/** Every envelope that is intact, as JSON text, newest first. Needs no key. */
export async function readEnvelopes({
  journal,
  accountId,
}: Pick<JournalPlace, 'journal' | 'accountId'>): Promise<JournalAnswer<string[]>> {
  const file = await journal.read(accountId);
  if (!file.ok) return file;
  const envelopes = decodeJournal(file.value).records.filter(
    ({ kind }) => kind === recordKinds.envelope,
  );
  return succeed(envelopes.map(({ payload }) => new TextDecoder().decode(payload)).toReversed());
}
