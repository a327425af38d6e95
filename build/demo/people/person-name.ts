import { femaleNames, femaleSurnames, maleNames, maleSurnames } from '#build/demo/people/names.ts';
import type { Random } from '#build/demo/random.ts';

/** A name of one to four words, as usual in Indonesia; now and then a long one that a layout must bear. */
export function makePersonName(random: Random, sex: 'M' | 'F'): string {
  const given = sex === 'M' ? maleNames : femaleNames;
  const family = sex === 'M' ? maleSurnames : femaleSurnames;
  const words = random.weighted([
    [1, 3],
    [2, 62],
    [3, 30],
    [4, 5],
  ]);
  const parts = new Set<string>();
  while (parts.size < words) {
    parts.add(random.pick(parts.size === words - 1 && words > 1 ? family : given));
  }
  return [...parts].join(' ');
}
