import type { FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';
import type { Candidate, Witness } from '#renderer/evidence/matching/candidates.ts';
import { type LetterVotes, votesOf } from '#renderer/evidence/matching/letter-votes.ts';

/** What a reading counts for that says of itself that it is not sure: several of those agree by no accident. */
const unsure = 0.15;
/** Two readings that are sure, or one of a text layer. */
const forFigures = 1.1;
/** One reading that is fairly sure: a wrong letter seldom makes just the other word that was proposed. */
const forLetters = 0.6;
/** What is printed beside a value in words. */
const forSupport = 0.7;
/** Its pangkat and one reading that saw all strokes. */
const forGolongan = 0.8;
/** Share of what speaks for a letter that may speak against it. */
const mostDissent = 0.35;
/** Letters more or less at the ends are often the line of a table or a neighbour; not so in a number of a letter. */
const atTheEnds = 0.5;
/** A stroke beside a slash is what readings lose: one that saw a figure 1 there weighs as if it were sure. */
const forStroke = 1;

/**
 * Whether a value was read with certainty at a place. Some reading must say the whole value; then every letter of it is put
 * to the vote: each reading speaks for the letters that it read so and against those that it read otherwise, by its
 * confidence. Figures need two readings: OCR misreads single digits with full confidence, but seldom the same one twice.
 * Words beside it (a number in words, a pangkat) count as one more reading.
 */
export function isCertain(query: FieldQuery, { witnesses }: Candidate): boolean {
  const same = witnesses.filter((witness) => speaksFor(query, witness));
  if (same.length === 0 || witnesses.some(({ support }) => support === false)) return false;
  const needed = hasFigures(query) ? forFigures : forLetters;
  const layer = same.some(({ pass }) => pass === 'lapisan_teks') ? 1 : 0;
  const support = same.some((witness) => witness.support === true) ? forSupport : 0;
  const extra = layer + support;
  if (query.kind === 'golongan') return isGolonganCertain(same, witnesses, extra);
  const ballots = witnesses.flatMap(ballotOf);
  const length = ballots[0]?.votes.same.length ?? 0;
  for (let at = 0; at <= length; at += 1) {
    const [pro, contra] = [extra + speakFor(ballots, at), speakAgainst(query, ballots, at)];
    if (pro < needed || contra > pro * mostDissent) return false;
  }
  return length > 0;
}

/** Whether the value has figures, or letters that count like figures: a golongan. */
function hasFigures(query: FieldQuery): boolean {
  return query.kind === 'golongan' || /\d/.test(query.value);
}

/** Between letters a stroke too many is one of theirs ("I1I" for "II"), not a figure that others lost. */
function isLostStroke(wanted: string, at: number, added: string): boolean {
  return added === '1' && !/^[A-Z]{2}$/.test(wanted.slice(Math.max(0, at - 1), at + 1));
}

interface Ballot {
  readonly wanted: string;
  readonly votes: LetterVotes;
  readonly weight: number;
}

function ballotOf(witness: Witness): Ballot[] {
  return witness.plain && witness.distance < 0.4
    ? [
        {
          wanted: witness.plain.wanted,
          votes: votesOf(witness.plain),
          weight: weightOf(witness),
        },
      ]
    : [];
}

/** Weight of the readings that saw the letter; behind the last letter of those that saw the end. */
function speakFor(ballots: readonly Ballot[], at: number): number {
  return sum(
    ballots
      .filter(({ votes }) => votes.same[Math.min(at, votes.same.length - 1)])
      .map(({ weight }) => weight),
  );
}

/** Weight of the readings that saw another letter there, none, or one more before it. */
function speakAgainst(query: FieldQuery, ballots: readonly Ballot[], at: number): number {
  // Their length is known (18 or 16): a digit more or less is no other number but a fault of the reading.
  const fixed = query.kind === 'nip' || query.kind === 'nik';
  return sum(
    ballots.map(({ wanted, votes: { changed, lost, added, same }, weight }) => {
      if (changed[at]) return weight;
      if (fixed || !(lost[at] || added[at])) return 0;
      if (query.kind === 'gelar') return weight;
      if (query.kind === 'nomor') return isLostStroke(wanted, at, added[at]!) ? forStroke : weight;
      const end = at === 0 || at >= same.length - (lost[at] ? 1 : 0);
      return weight * (end ? atTheEnds : 1);
    }),
  );
}

/** A reading that says the value; a golongan whose strokes are unclear too, where its pangkat is printed beside it. */
function speaksFor({ kind }: FieldQuery, { agreement, support }: Witness): boolean {
  return agreement === 'sama' || (kind === 'golongan' && agreement === 'samar' && support === true);
}

/** A golongan is a letter or two: readings are for it or against it as a whole. Its pangkat proves most of it. */
function isGolonganCertain(
  same: readonly Witness[],
  witnesses: readonly Witness[],
  extra: number,
): boolean {
  const pro = extra + sum(same.map(weightOf));
  const contra = sum(
    witnesses.filter(({ agreement, plain }) => agreement === 'beda' && plain).map(weightOf),
  );
  return pro >= (extra > 0 ? forGolongan : forFigures) && contra <= pro * mostDissent;
}

function weightOf({ confidence }: Witness): number {
  return unsure + ((1 - unsure) * confidence) / 100;
}

function sum(weights: readonly number[]): number {
  return weights.reduce((total, weight) => total + weight, 0);
}
