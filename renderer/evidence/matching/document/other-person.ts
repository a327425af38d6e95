import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';
import {
  type RecognisedKind,
  recogniseKind,
} from '#renderer/evidence/matching/document/document-kind.ts';
import type { DocumentKind } from '#renderer/evidence/matching/document/kinds/kind-clues.ts';
import { foldLetters, holds, likeness } from '#renderer/evidence/matching/document/letters.ts';
import {
  namedPersonOf,
  numbersIn,
  type NamedPerson,
} from '#renderer/evidence/matching/document/named-person.ts';
import {
  lengthOf,
  pageTextsOf,
  type PageText,
  type PassText,
} from '#renderer/evidence/matching/document/page-text.ts';
import { withoutSideMentions } from '#renderer/evidence/matching/document/side-mentions.ts';
import type { Employee } from '#shared/records/employee.ts';
import { longDate, shortDate } from '#shared/kernel/date-text.ts';
import { isLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';

/** Who may rightly be named in a document of an usul. */
export interface KnownPeople {
  readonly employee: Pick<Employee, 'nama' | 'nip' | 'nik' | 'tanggalLahir'>;
  /** Further people whom the record is about: spouse, child, parents. */
  readonly relatives: readonly string[];
  /** Their days of birth. */
  readonly born: readonly string[];
}

/** That a document is of somebody else; `name` as printed, empty when it could not be told. */
export interface OtherPerson {
  readonly name: string;
}

/** Papers of the civil registry: who they are about is told without labels, but always by name. */
const civilKinds: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'kartu_keluarga',
  'akta_kelahiran',
  'akta_nikah',
  'akta_cerai',
  'akta_kematian',
  'ktp',
]);
/** A paper that lists so many employees is a collective one, whose list may be cut. */
const collective = 5;
const leastConfidence = 75;
const leastLetters = 150;
const alike = 0.6;

/**
 * Whether a document is surely of another person: neither name, NIP, NIK nor day of birth of the employee (or of the
 * relatives whom the record is about) stands in it but in passing (as who gets a copy), and somebody else does where the
 * employee would.
 */
export function findOtherPerson(
  reading: DocumentReading,
  known: KnownPeople,
  recognised: RecognisedKind | null = recogniseKind(reading),
): OtherPerson | null {
  const pages = pageTextsOf(reading);
  if (!isWhollyRead(reading, pages)) return null;
  const passes = pages.flatMap((page) => page.passes);
  const said = passes.map(withoutSideMentions);
  if (namesAnyone(said, known)) return null;
  const numbers = new Set(passes.flatMap((pass) => pass.lines.flatMap(numbersIn)));
  if (numbers.size >= collective) return null;
  // Against somebody who is mentioned at least, only a number tells whose paper it is.
  const isMentioned = namesAnyone(passes, known);
  const named = (isMentioned ? said : passes).map(namedPersonOf).find((person) => person !== null);
  if (named && isSomebodyElse(named, known) && (!isMentioned || named.number !== null))
    return { name: named.name ?? '' };
  if (isMentioned) return null;
  const isCivil = recognised?.certainty === 'sure' && civilKinds.has(recognised.kind);
  return isCivil && isClear(pages) ? { name: named?.name ?? '' } : null;
}

/** Whether the document names the employee or a relative, or has a number or day of birth of theirs. */
export function namesKnownPerson(reading: DocumentReading, known: KnownPeople): boolean {
  return namesAnyone(
    pageTextsOf(reading).flatMap(({ passes }) => passes),
    known,
  );
}

function isWhollyRead(reading: DocumentReading, pages: readonly PageText[]): boolean {
  return (
    reading.failure === null &&
    reading.pageCount === pages.length &&
    pages.length > 0 &&
    pages.every((page) => page.readable) &&
    pages.reduce((sum, page) => sum + lengthOf(page), 0) >= leastLetters
  );
}

function namesAnyone(passes: readonly PassText[], known: KnownPeople): boolean {
  const { employee } = known;
  const names = [employee.nama, ...known.relatives].filter((name) => name.trim() !== '');
  const numbers = [employee.nip, employee.nik].map(foldLetters).filter((text) => text.length > 8);
  const days = [employee.tanggalLahir, ...known.born]
    .filter(isLocalDate)
    .flatMap((day) => formsOf(day).map(foldLetters));
  return passes.some(
    (pass) =>
      names.some((name) => printsName(pass, name)) ||
      // Print that is no picture has no misread figure: one other digit is another person.
      numbers.some((number) => holds(pass.stream, number, pass.layer ? 0 : 1)) ||
      days.some((day) => pass.stream.includes(day)),
  );
}

/** A long name is found through misread letters; a short one ("Ida") must be whole words, or it would be everywhere. */
function printsName({ stream, lines }: PassText, name: string): boolean {
  const folded = foldLetters(name);
  if (folded.length >= 7) return holds(stream, folded, Math.floor(folded.length / 6));
  const words = ` ${name.trim().split(/\s+/u).map(foldLetters).join(' ')} `;
  return lines.some((line) =>
    ` ${line.words.map((word) => foldLetters(word.text)).join(' ')} `.includes(words),
  );
}

function formsOf(day: LocalDate): readonly string[] {
  const long = longDate(day);
  return [long, long.length < 12 || /^\d\s/u.test(long) ? `0${long}` : long, shortDate(day)];
}

function isSomebodyElse(named: NamedPerson, known: KnownPeople): boolean {
  if (named.number !== null) return true;
  if (named.name === null || named.confidence < leastConfidence) return false;
  const name = foldLetters(named.name);
  return [known.employee.nama, ...known.relatives].every(
    (other) => likeness(name, foldLetters(other)) < alike,
  );
}

/** Whether so much was read so well that a name printed there would have been read too. */
function isClear(pages: readonly PageText[]): boolean {
  const words = pages.flatMap((page) =>
    (page.passes[0]?.lines ?? []).flatMap((line) => line.words),
  );
  const certain = words.filter((word) => word.confidence >= leastConfidence).length;
  return words.length >= 20 && certain / words.length >= 0.8;
}
