import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';
import { foldLetters, holds } from '#renderer/evidence/matching/document/letters.ts';
import { certificateClues } from '#renderer/evidence/matching/document/kinds/certificate-clues.ts';
import { civilClues } from '#renderer/evidence/matching/document/kinds/civil-clues.ts';
import { decreeClues } from '#renderer/evidence/matching/document/kinds/decree-clues.ts';
import type {
  DocumentKind,
  KindClues,
} from '#renderer/evidence/matching/document/kinds/kind-clues.ts';
import { letterClues } from '#renderer/evidence/matching/document/kinds/letter-clues.ts';
import {
  lengthOf,
  pageTextsOf,
  type PageText,
  type TextLine,
} from '#renderer/evidence/matching/document/page-text.ts';

/** What kind of paper was read. */
export interface RecognisedKind {
  readonly kind: DocumentKind;
  /** `sure`: nothing else comes near; `unsure`: the likeliest, not to be held against anybody. */
  readonly certainty: 'sure' | 'unsure';
  /** Other kinds of which the document has something too: a second paper in the same file, or a close relative. */
  readonly also: readonly DocumentKind[];
}

const allClues: readonly KindClues[] = [
  ...decreeClues,
  ...letterClues,
  ...certificateClues,
  ...civilClues,
];
const labels = new Map(allClues.map(({ kind, label }) => [kind, label]));

const titleWeight = 6;
/** A title on a later page: an annex, or a second paper in the file. */
const laterTitleWeight = 2.5;
/** What the text says may weigh a little more than a title, not outvote two. */
const mostSaid = 8;
const sureScore = 6;
const sureLead = 2.5;
const leastScore = 3;
/** Pages that are looked at: what a paper is stands at its beginning. */
const pagesLookedAt = 4;
/** Share of the page's height, from the top, in which a title stands. */
const titleZone = 0.62;

const decreeWord = foldLetters('memutuskan');
const decreeTitle = foldLetters('keputusan');

/** Name of a kind of paper, as a person would say it. */
export function documentKindLabel(kind: DocumentKind): string {
  return labels.get(kind) ?? kind;
}

/** The kind of paper that was read; null when too little of it tells. */
export function recogniseKind(reading: DocumentReading): RecognisedKind | null {
  // A blank or unreadable cover is no reason to look at the second page less.
  const pages = pageTextsOf(reading)
    .filter((page) => lengthOf(page) >= 20)
    .slice(0, pagesLookedAt)
    .map(searchable);
  if (pages.length === 0) return null;
  const decree = isDecree(pages);
  const scored = allClues
    .map((clue) => scoreOf(clue, pages, decree))
    .toSorted((one, other) => other.score - one.score);
  const [first, second] = scored;
  if (!first || first.score < leastScore) return null;
  const lead = first.score - (second?.score ?? 0);
  if (lead <= 0) return null;
  return {
    kind: first.kind,
    certainty: first.score >= sureScore && lead >= sureLead ? 'sure' : 'unsure',
    also: scored
      .slice(1)
      .filter(({ score, titled }) => titled || score >= first.score * 0.4)
      .map(({ kind }) => kind),
  };
}

/** A page prepared for searching: what stands in its titles, in any of the ways in which it was read. */
interface SearchablePage {
  readonly streams: readonly string[];
  /** Lines in capitals, folded into one stream: titles run over several lines. */
  readonly titles: readonly string[];
  readonly titleLines: readonly string[];
}

interface KindScore {
  readonly kind: DocumentKind;
  readonly score: number;
  readonly titled: boolean;
}

function searchable(page: PageText): SearchablePage {
  const upper = page.passes.map(({ lines }) => lines.filter((line) => line.box[1] < titleZone));
  return {
    streams: page.passes.map((pass) => pass.stream),
    titles: upper.map((lines) => joined(lines.filter((line) => line.capitals))),
    titleLines: upper
      .flat()
      .filter((line) => line.titleCase || line.capitals)
      .map((line) => line.folded),
  };
}

const joined = (lines: readonly TextLine[]): string => lines.map((line) => line.folded).join('');

function isDecree(pages: readonly SearchablePage[]): boolean {
  return pages.some(
    (page) =>
      page.streams.some((stream) => holds(stream, decreeWord)) ||
      page.titles.some((title) => holds(title, decreeTitle)),
  );
}

function scoreOf(clue: KindClues, pages: readonly SearchablePage[], decree: boolean): KindScore {
  const [first, ...later] = pages;
  const onFirst = clue.titles.filter((title) => first && inTitle(first, title)).length;
  const onLater = clue.titles.some((title) => later.some((page) => inTitle(page, title)));
  const said = clue.says
    .filter(([phrase]) =>
      pages.some((page) => page.streams.some((stream) => holds(stream, phrase))),
    )
    .reduce((sum, [, weight]) => sum + weight, 0);
  const title =
    onFirst > 0 ? titleWeight + Math.min(1, (onFirst - 1) / 2) : onLater ? laterTitleWeight : 0;
  const other = clue.never.some((phrase) => first && inTitle(first, phrase));
  const sum = title + Math.min(mostSaid, said) - (other ? titleWeight : 0);
  return {
    kind: clue.kind,
    score: clue.decree && !decree ? sum / 2 : sum,
    titled: (onFirst > 0 || onLater) && !other,
  };
}

function inTitle(page: SearchablePage, phrase: string): boolean {
  if (page.titles.some((title) => holds(title, phrase))) return true;
  return page.titleLines.some((line) => isNearlyAll(line, phrase));
}

/** Whether the phrase makes up most of the line; then even a short one may have an error ("IJAZAH" in ornate letters). */
function isNearlyAll(line: string, phrase: string): boolean {
  if (line.length > phrase.length * 1.6) return false;
  if (holds(line, phrase)) return true;
  return phrase.length >= 5 && Math.abs(line.length - phrase.length) <= 1 && holds(line, phrase, 1);
}
