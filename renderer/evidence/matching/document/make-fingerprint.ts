import {
  unreadPagesOf,
  type DocumentReading,
} from '#renderer/evidence/matching/document-reading.ts';
import { foldLetters } from '#renderer/evidence/matching/document/letters.ts';
import {
  pageTextsOf,
  type PassText,
  type TextLine,
} from '#renderer/evidence/matching/document/page-text.ts';
import type { TextFingerprint } from '#renderer/evidence/matching/document/text-fingerprint.ts';
import { parseDateText } from '#shared/kernel/date-text.ts';

/** How many numbers a sketch has. */
const sketchLength = 48;

const piece = 5;
/** Less text than a form without entries would make unlike papers alike. */
const leastLetters = 200;
const pagesTaken = 3;
const mostWords = 260;
const certainFrom = 80;
const dayText = /\b\d{1,2}\s?(?:[-/.]\s?\d{1,2}\s?[-/.]|\s?\p{L}{3,9})\s?\d{4}\b/gu;
const numberText = /\d(?:[\s./-]?\d){3,}/gu;
const lawYear = /^(?:19|20)\d{2}$/;

/** The fingerprint of what was read; null when that is too little, or not what another scan is compared by. */
export function fingerprintOf(reading: DocumentReading): TextFingerprint | null {
  if (unreadPagesOf(reading).some(({ page }) => page <= pagesTaken)) return null;
  const passes = pageTextsOf(reading)
    .slice(0, pagesTaken)
    .map((page) => bestOf(page.passes));
  const lines = passes.flatMap((pass) => pass.lines);
  const stream = passes.map((pass) => pass.stream).join('');
  if (stream.length < leastLetters) return null;
  const words = lines
    .flatMap((line) => line.words)
    .map((word) => ({ folded: foldLetters(word.text), sure: word.confidence >= certainFrom }))
    .filter(({ folded }) => folded.length >= 4);
  const certain = new Set(words.filter(({ sure }) => sure).map(({ folded }) => folded));
  const unsure = [...words.map(({ folded }) => folded), ...lines.flatMap(spacedWords)].filter(
    (folded) => !certain.has(folded),
  );
  return {
    sketch: sketchOf(stream),
    numbers: [...new Set(lines.flatMap(numbersOf))],
    certain: [...certain].slice(0, mostWords),
    unsure: [...new Set(unsure)].slice(0, mostWords),
  };
}

function bestOf(passes: readonly PassText[]): PassText {
  return passes.reduce((best, pass) => (weight(pass) > weight(best) ? pass : best));
}

function weight(pass: PassText): number {
  return pass.lines.reduce((sum, line) => sum + line.confidence * line.words.length, 0);
}

/** Words set letter by letter ("M E M U T U S K A N"), which another scan may give as one. */
function spacedWords(line: TextLine): readonly string[] {
  const runs = line.text.match(/(?<![\p{L}\d])\p{L}(?:\s\p{L}){3,}(?![\p{L}\d])/gu) ?? [];
  return runs.map(foldLetters);
}

function numbersOf(line: TextLine): readonly string[] {
  const days: string[] = [];
  const rest = line.text.replaceAll(dayText, (match) => {
    const day = parseDateText(match);
    if (day === undefined) return match;
    days.push(day);
    return '~';
  });
  const others = [...rest.matchAll(numberText)]
    .map(([match]) => match.replaceAll(/\D/gu, ''))
    .filter((digits) => !lawYear.test(digits));
  return [...days, ...others];
}

function sketchOf(stream: string): number[] {
  const least = Array.from({ length: sketchLength }, () => 0xff_ff_ff_ff);
  for (let at = 0; at + piece <= stream.length; at += 1) {
    const hash = hashOf(stream, at);
    for (let row = 0; row < sketchLength; row += 1) {
      const mixed = mix(hash ^ Math.imul(row + 1, 0x9e_37_79_b1));
      if (mixed < least[row]!) least[row] = mixed;
    }
  }
  return least;
}

/** FNV-1a over one piece. */
function hashOf(stream: string, at: number): number {
  let hash = 0x81_1c_9d_c5;
  for (let index = at; index < at + piece; index += 1) {
    hash = Math.imul(hash ^ stream.charCodeAt(index), 0x01_00_01_93);
  }
  return hash;
}

/** The finisher of MurmurHash3: every bit of the input reaches every bit of the result. */
function mix(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85_eb_ca_6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2_b2_ae_35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
