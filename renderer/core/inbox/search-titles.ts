const before = ['dr', 'drs', 'dra', 'drg', 'drh', 'ir', 'prof', 'h', 'hj', 'ns', 'apt', 'kh'];
// No name of a person holds these letters as a word, so they need neither dot nor comma.
const after = [
  'spd',
  'spdi',
  'ssos',
  'skom',
  'skep',
  'skm',
  'ssi',
  'sst',
  'stp',
  'shut',
  'sfarm',
  'spsi',
  'mpd',
  'mpdi',
  'msi',
  'mkes',
  'mkom',
  'mhum',
  'msc',
  'mba',
  'amd',
  'amdkeb',
  'amdkep',
  'phd',
];

const titlesBefore = new Set(before);
const titlesAfter = new Set(after);
// S.E., S.H., M.M., A.Md.Keb., Ph.D.: short parts, each with its dot.
const dotted = /^(\p{L}{1,4}\.)+\p{L}{0,4}\.?$/u;

/**
 * The words of a search without the titles among them (Dr., Drs., H., Ir., S.Pd., M.Si., …): the list knows people by
 * their names alone. A title before the name counts only while a word follows, one after the name only while a word
 * precedes: who types "Dra" may be on the way to "Drajat". `M.` and `Abd.` are short for names and stay.
 */
export function withoutTitles(words: readonly string[]): readonly string[] {
  const kept = words.filter((word, index) => {
    const bare = bareOf(word);
    if (titlesBefore.has(bare)) return index === words.length - 1;
    if (index === 0) return true;
    return !(titlesAfter.has(bare) || isDotted(word));
  });
  return kept.length > 0 ? kept : words;
}

function isDotted(word: string): boolean {
  const text = word.replace(/,$/u, '');
  return dotted.test(text) && text.replace(/\.$/u, '').includes('.');
}

function bareOf(word: string): string {
  return word.toLowerCase().replaceAll(/[^\p{L}]/gu, '');
}
