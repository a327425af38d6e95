import { foldLetters, holds } from '#renderer/evidence/matching/document/letters.ts';
import { namesPerson } from '#renderer/evidence/matching/document/named-person.ts';
import type { PassText, TextLine } from '#renderer/evidence/matching/document/page-text.ts';
import { paperTitle } from '#renderer/evidence/matching/person-parts.ts';

/** Where a paper mentions people whom it is not about, and what ends such a part; it ends with its page at the latest. */
interface SidePart {
  readonly begins: (line: TextLine, next: TextLine | undefined) => boolean;
  readonly ends: (line: TextLine) => boolean;
}

const decides = [
  'memutuskan',
  'menetapkan',
  'kesatu',
  'pertama',
  'memerintahkan',
  'menugaskan',
  'mengangkat',
  'memberhentikan',
  'memberikan',
  'menyatakan',
  'menerangkan',
  'dengan ini',
].map(foldLetters);
const considers =
  /^[^\p{L}]*(?:(?:membaca|menimbang|mengingat|memperhatikan)\b|dasar(?:\s+hukum)?\s*(?::|$))/iu;
const recipients =
  /^[^\p{L}]*(?:t\s?e\s?m\s?b\s?u\s?s\s?a\s?n\b|(?:(?:asli|salinan|petikan)\b.{0,40}\s)?disampaikan\s+kepada\b)/iu;
const addressees = /^[^\p{L}]*(?:kepada\b.{0,4}\s*)?yth\b/iu;
const firstOfSeveral = /(?:^|\s)1[.)]\s/u;
const signs = /^[^\p{L}]*(?:ditetapkan|dikeluarkan)\s+di\b/iu;
const declares = foldLetters('bertanda tangan di bawah ini');

const parts: readonly SidePart[] = [
  {
    begins: ({ text }) => considers.test(text),
    ends: (line) => saysWhat(line) || namesPerson(line),
  },
  { begins: ({ text }) => recipients.test(text), ends: beginsPaper },
  {
    begins: ({ text }, next) =>
      addressees.test(text) && (firstOfSeveral.test(text) || firstOfSeveral.test(next?.text ?? '')),
    ends: (line) => saysWhat(line) || namesPerson(line),
  },
  { begins: ({ text }) => signs.test(text), ends: beginsPaper },
  { begins: ({ folded }) => holds(folded, declares), ends: saysWhat },
];

/**
 * What a page says without its mentions of people whom it is not about: in what was read and considered, as recipients of
 * a copy, in the block of who signs or declares.
 */
export function withoutSideMentions(pass: PassText): PassText {
  let part: SidePart | undefined;
  const lines = pass.lines.filter((line, at) => {
    if (part?.ends(line)) part = undefined;
    part = parts.find(({ begins }) => begins(line, pass.lines[at + 1])) ?? part;
    return part === undefined;
  });
  return { ...pass, lines, stream: lines.map(({ folded }) => folded).join('') };
}

function saysWhat({ folded }: TextLine): boolean {
  return decides.some((word) => holds(folded.slice(0, word.length + 1), word));
}

function beginsPaper({ text }: TextLine): boolean {
  return paperTitle.test(text);
}
