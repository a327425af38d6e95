import {
  isWhole,
  type PageReading,
  type ReadPage,
  type ReadWord,
} from '#renderer/evidence/matching/document-reading.ts';

/**
 * The words of the best reading of a page: its text layer where that is trusted, else the reading of the whole image that
 * is surest of most. Pieces that were read again are no page.
 */
export function bestReading({ readings }: Pick<ReadPage, 'readings'>): readonly ReadWord[] {
  const layer = readings.find(({ pass }) => pass === 'lapisan_teks');
  if (layer) return layer.words;
  const whole = readings.filter(isWhole);
  const [best] = whole.toSorted((one, other) => sureness(other) - sureness(one));
  return best?.words ?? [];
}

// Letters by how sure they are: many read well count for more than few read perfectly.
function sureness({ words }: PageReading): number {
  return words.reduce((sum, { text, confidence }) => sum + text.length * (confidence - 40), 0);
}
