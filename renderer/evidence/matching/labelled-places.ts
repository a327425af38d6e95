import type { FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';
import type { Candidate, Witness } from '#renderer/evidence/matching/candidates.ts';
import type { QueryLabels } from '#renderer/evidence/matching/label-context.ts';
import { labelEnds } from '#renderer/evidence/matching/label-occurrences.ts';
import type { PageStreams } from '#renderer/evidence/matching/page-streams.ts';
import { type ReadingStream, placeOf } from '#renderer/evidence/matching/reading-stream.ts';
import { namesOtherPangkat } from '#renderer/evidence/matching/values/golongan.ts';

/** Farther than anything that resembles the value, nearer than nothing. */
const unread = 0.44;

/** Below this confidence what was read is noise. */
const legible = 40;

/**
 * Where a value should stand by its label although nothing like it was read there: a person finds the place, and an
 * enlarged re-reading may still make the value out. The most telling label that stands on the page counts.
 */
export function labelledPlaces(
  query: FieldQuery,
  { own }: QueryLabels,
  page: PageStreams,
): Candidate[] {
  for (const label of own) {
    if (label.plain.length < 3) continue;
    for (const stream of page.context) {
      for (const end of labelEnds(label, stream, true)) {
        const from = stream.rawAt[end - 1]! + 1;
        const rest = /^[^\p{L}\p{N}\n]*([^\n]*)/u.exec(stream.raw.slice(from))!;
        const start = from + rest[0].length - rest[1]!.length;
        const length = wordsFor(query.value.length, rest[1]!);
        if (length === 0 || saysOther(query, stream, rest[1]!)) continue;
        const { boxes, lines, printed, confidence } = placeOf(stream, start, start + length);
        const { reading, pass } = stream;
        const place = {
          reading,
          pass,
          boxes,
          lines,
          // Letters that a stamp or a crease made up are not what is written there.
          printed: confidence < legible ? '' : printed,
          confidence: Math.min(confidence, 50),
        };
        const witness: Witness = {
          ...place,
          agreement: 'beda',
          distance: unread,
          support: null,
          plain: null,
          other: null,
        };
        return [{ page, witnesses: [witness] }];
      }
    }
  }
  return [];
}

/** A text layer whose words say another value: there is nothing to make out. */
function saysOther({ kind, value }: FieldQuery, { pass }: ReadingStream, text: string): boolean {
  return kind === 'golongan' && pass === 'lapisan_teks' && namesOtherPangkat(value, text);
}

/** Length of the words that about fill the value's length. */
function wordsFor(length: number, text: string): number {
  let end = 0;
  for (const match of text.matchAll(/\S+/g)) {
    if (end > 0 && match.index + match[0].length > length * 1.3 + 2) break;
    end = match.index + match[0].length;
  }
  return end;
}
