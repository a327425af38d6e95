import { commonWords } from '#server/accounts/common-words.ts';
import { passwordLength } from '#shared/contract/activation.ts';

/** Whose password it is to be. */
export interface PasswordOwner {
  readonly username: string;
  readonly nip?: string | null | undefined;
  readonly displayName: string;
}

/** Why a password is not taken. */
export type PasswordFault = 'pendek' | 'panjang' | 'nip' | 'nama' | 'umum';

/** A part of a name that is shorter may stand in other words by chance. */
const shortestNamePart = 4;
/** So many digits of a NIP in a row are its date of birth, or the year and month in which service began and more. */
const nipDigits = 6;
const shortestRun = 3;
const runs = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyz'];
const lookalikes: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
  ...fromScript('авекмнортсухіјѕԁһ', 'abekmhoptcyxijsdh'),
  ...fromScript('αεικνορτυχω', 'aeikvoptuxw'),
};

/** Letters of another script beside the Latin ones that nobody tells from them. */
function fromScript(letters: string, latin: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Array.from(letters, (letter, at) => [letter, Array.from(latin)[at]!]));
}

/**
 * Why a new password of that person is not taken; empty: it is. What it must be made of is not asked for (ASVS 2.1.9), only
 * that nobody guesses it from a list or from the person.
 */
export function findPasswordFaults(
  password: string,
  owner: PasswordOwner,
): readonly PasswordFault[] {
  const text = asSeen(password);
  const faults: PasswordFault[] = [];
  // A gap is one character, however wide it was typed (ASVS 2.1.1).
  if (Array.from(text.trim().replaceAll(/\s+/g, ' ')).length < passwordLength.least)
    faults.push('pendek');
  if (password.length > passwordLength.most) faults.push('panjang');
  if (namesNip(text, owner)) faults.push('nip');
  if (namesPerson(text, owner)) faults.push('nama');
  if (isCommon(text)) faults.push('umum');
  return faults;
}

/** What a password shows: without what nobody sees, every digit of whatever script as our own. */
function asSeen(password: string): string {
  return password
    .normalize('NFKC')
    .replaceAll(/[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replaceAll(/\p{Nd}/gu, digitOf);
}

/** Digits of each script stand together, from zero on (Unicode, Nd). */
function digitOf(sign: string): string {
  const point = sign.codePointAt(0)!;
  let zero = point;
  while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(point - zero);
}

function namesNip(text: string, { nip, username }: PasswordOwner): boolean {
  const digits = text.replaceAll(/\D/g, '');
  return [nip ?? '', username.replaceAll(/\D/g, '')].some((number) =>
    windowsOf(number, nipDigits).some((part) => digits.includes(part)),
  );
}

function namesPerson(text: string, { username, displayName }: PasswordOwner): boolean {
  const parts = [username, displayName]
    .flatMap((name) => plainOf(name).split(/\P{L}+/u))
    .filter((part) => part.length >= shortestNamePart);
  const readings = readingsOf(text);
  return parts.some((part) =>
    readings.some((letters) => letters.includes(part) || letters.includes(reversed(part))),
  );
}

function isCommon(text: string): boolean {
  return new Set(plainOf(text)).size < 5 || readingsOf(text).some(isMadeOfCommonWords);
}

/** The letters of a text: as they stand, and with what only looks like a letter read as one. */
function readingsOf(text: string): readonly string[] {
  const plain = plainOf(text);
  const core = plain.replaceAll(/^\P{L}+|\P{L}+$/gu, '');
  return [
    ...new Set(
      [plain, asLetters(plain), asLetters(core)].map((one) => one.replaceAll(/\P{L}/gu, '')),
    ),
  ];
}

function asLetters(text: string): string {
  return Array.from(text, (sign) => lookalikes[sign] ?? sign).join('');
}

/** Lower case and without accents. */
function plainOf(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** Whether letters are nothing but common words and runs of the keyboard or the alphabet, one after the other. */
function isMadeOfCommonWords(letters: string): boolean {
  const reached = [true];
  for (let end = 1; end <= letters.length; end += 1) {
    reached[end] = reached.some((ok, from) => ok && isCommonWord(letters.slice(from, end)));
  }
  return reached[letters.length] === true;
}

function isCommonWord(word: string): boolean {
  if (commonWords.has(word)) return true;
  return (
    word.length >= shortestRun &&
    (new Set(word).size === 1 ||
      runs.some((run) => run.includes(word) || run.includes(reversed(word))))
  );
}

function windowsOf(text: string, width: number): readonly string[] {
  const count = Math.max(0, text.length - width + 1);
  return Array.from({ length: count }, (_, from) => text.slice(from, from + width));
}

function reversed(text: string): string {
  return Array.from(text).toReversed().join('');
}
