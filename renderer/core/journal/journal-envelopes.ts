import type { JournalPlace } from '#renderer/data/journal/command-journal.ts';
import { keepEnvelope, readEnvelopes } from '#renderer/data/journal/kept-envelope.ts';
import { envelopeSchema, type Envelope } from '#renderer/data/sealing/envelope.ts';
import type { EnvelopeKeeper } from '#renderer/core/session/envelope-keeper.ts';

/** Keeps copies of envelopes in the journals of their accounts. */
export function makeJournalEnvelopes(ports: Omit<JournalPlace, 'accountId'>): EnvelopeKeeper {
  const { journal } = ports;
  return {
    keepEnvelope: async (accountId, envelope, outdated) => {
      const isOutdated = (text: string): boolean => {
        const found = envelopeSchema.safeParse(parseJson(text)).data;
        return found !== undefined && outdated.some((one) => isSameEnvelope(one, found));
      };
      const place = { ...ports, accountId };
      const kept = await keepEnvelope(place, JSON.stringify(envelope), isOutdated);
      if (!kept.ok) throw new Error(`jurnal ${kept.error.kind}`);
    },
    readEnvelopes: async (accountId) => {
      const texts = await readEnvelopes({ journal, accountId });
      if (!texts.ok) throw new Error(`jurnal ${texts.error.kind}`);
      return texts.value.flatMap((text) => envelopeSchema.safeParse(parseJson(text)).data ?? []);
    },
  };
}

/** Whatever the order in which their parts were written. */
function isSameEnvelope(one: Envelope, other: Envelope): boolean {
  return one.password.bytes === other.password.bytes && one.device.bytes === other.device.bytes;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Written by something else than this; no envelope.
    return null;
  }
}
