import { turnName, type JournalPlace } from '#renderer/data/journal/command-journal.ts';
import { recordKinds } from '#renderer/data/journal/entries.ts';
import type { JournalAnswer } from '#shared/bridge/journal-port.ts';
import { decodeJournal, encodeRecord, encodeRecords } from '#shared/journal/framing.ts';
import { succeed } from '#shared/kernel/result.ts';

/**
 * Keeps the envelope of the account's key (JSON text) beside the commands that are sealed with it: without the local
 * database they can be read again all the same. The same text as last time is not written again. Those that it makes
 * outdated leave the journal at once: what opened them, a password of before, must open nothing any more.
 */
export async function keepEnvelope(
  place: JournalPlace,
  json: string,
  isOutdated: (json: string) => boolean = () => false,
): Promise<JournalAnswer<null>> {
  return place.exclusively(turnName(place), async () => {
    const kept = await readEnvelopes(place);
    if (!kept.ok) return kept;
    if (kept.value[0] !== json) {
      const payload = new TextEncoder().encode(json);
      const record = encodeRecord({ kind: recordKinds.envelope, payload });
      const added = await place.journal.append(place.accountId, record);
      if (!added.ok) return added;
    }
    const goes = (text: string) => text !== json && isOutdated(text);
    return kept.value.some(goes) ? removeEnvelopes(place, goes) : succeed(null);
  });
}

/** In turn. What is damaged in the journal stays for the start to find, and so does all else then. */
async function removeEnvelopes(
  { journal, accountId }: JournalPlace,
  goes: (json: string) => boolean,
): Promise<JournalAnswer<null>> {
  const file = await journal.read(accountId);
  if (!file.ok) return file;
  const { records, damagedBytes } = decodeJournal(file.value);
  if (damagedBytes > 0) return succeed(null);
  const left = records.filter(
    ({ kind, payload }) =>
      kind !== recordKinds.envelope || !goes(new TextDecoder().decode(payload)),
  );
  return journal.replace(accountId, encodeRecords(left));
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
