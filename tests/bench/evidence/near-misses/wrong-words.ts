import type { Random } from '#build/demo/random.ts';
import type { NearMiss } from '#tests/bench/evidence/near-misses/near-miss.ts';

/** Letters that a tired eye and a poor scan take for one another, besides any letter at all. */
const lookalikes: Readonly<Record<string, string>> = {
  a: 'oe',
  b: 'hd',
  c: 'eo',
  d: 'cb',
  e: 'ca',
  f: 't',
  g: 'qy',
  h: 'bn',
  i: 'jt',
  l: 't',
  m: 'n',
  n: 'mr',
  o: 'ac',
  r: 'n',
  s: 'z',
  t: 'f',
  u: 'v',
  v: 'u',
  y: 'v',
};

/** Names and texts with one letter changed, `count` of them, every other one to a letter that looks like it. */
export function wrongLetters(value: string, count: number, random: Random): readonly NearMiss[] {
  const places = value.split('').flatMap((letter, at) => (/\p{L}/u.test(letter) ? [at] : []));
  return random
    .shuffle(places)
    .slice(0, count)
    .map((place, turn): NearMiss => {
      const right = value.charAt(place);
      const wrong = otherLetter(right, turn % 2 === 0, random);
      return {
        kind: 'letter changed',
        value: value.slice(0, place) + wrong + value.slice(place + 1),
      };
    });
}

function otherLetter(right: string, alike: boolean, random: Random): string {
  const small = right.toLowerCase();
  const any = 'abcdefghijklmnopqrstuvwxyz'.split('').filter((letter) => letter !== small);
  const near = alike ? (lookalikes[small] ?? '').split('') : [];
  const wrong = random.pick(near.length > 0 ? near : any);
  return right === small ? wrong : wrong.toUpperCase();
}

const titlesBehind = [
  'S.E.',
  'S.H.',
  'S.Pd.',
  'S.Kom.',
  'S.T.',
  'S.Sos.',
  'A.Md.',
  'S.Kep.',
  'S.STP.',
];
const titlesMore = ['M.M.', 'M.Si.', 'M.Pd.', 'M.H.', 'M.Kes.'];
const titlesBefore = ['Drs.', 'Dra.', 'Dr.', 'dr.', 'Ir.', 'Prof.'];

/** Other titles of the same kind in place of these; of several the last one is another. */
export function wrongTitles(value: string, count: number, random: Random): readonly NearMiss[] {
  const parts = value.split(',').map((part) => part.trim());
  const last = parts.at(-1) ?? '';
  const all = titlesBefore.some((title) => bare(title) === bare(last))
    ? titlesBefore
    : parts.length > 1 || last.startsWith('M')
      ? titlesMore
      : titlesBehind;
  return random
    .shuffle(all)
    .filter((title) => bare(title) !== bare(last))
    .slice(0, count)
    .map((title) => ({ kind: 'another title', value: [...parts.slice(0, -1), title].join(', ') }));
}

const romans = ['I', 'II', 'III', 'IV'];

/** Golongan (`III/b`) of another level, of another letter. */
export function wrongGolongan(value: string): readonly NearMiss[] {
  const [level = '', letter = ''] = value.split('/');
  const at = romans.indexOf(level);
  if (at < 0 || letter === '') return [];
  const levels = romans.filter((_, other) => Math.abs(other - at) === 1);
  const letters = (level === 'IV' ? 'abcde' : 'abcd').split('').filter((other) => other !== letter);
  return [
    ...levels.map((other) => `${other}/${letter === 'e' ? 'd' : letter}`),
    ...letters.map((other) => `${level}/${other}`),
  ].map((wrong): NearMiss => ({ kind: 'another golongan', value: wrong }));
}

function bare(title: string): string {
  return title.replaceAll(/[.\s]/g, '').toLowerCase();
}
