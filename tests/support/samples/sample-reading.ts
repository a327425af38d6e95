import type { DocumentReading, ReadPage } from '#renderer/evidence/matching/document-reading.ts';

/** How an invented page was read. */
interface SampleLook {
  readonly confidence?: number;
  readonly level?: ReadPage['quality']['level'];
  readonly flaws?: ReadPage['quality']['flaws'];
}

/**
 * An invented document for tests: the lines of each page from top to bottom. A line that begins with `>` stands at
 * the foot, to the right.
 */
export function makeSampleReading(
  pages: readonly (readonly string[])[],
  look: SampleLook = {},
  sha256 = 'a'.repeat(64),
): DocumentReading {
  return {
    sha256,
    engine: 'uji',
    pageCount: pages.length,
    failure: null,
    pages: pages.map((lines, index) => samplePage(lines, index + 1, look)),
  };
}

/** Lines as a poor scan gives them: every so many letters one that OCR takes for another. */
export function misread(lines: readonly string[], every: number, from = 0): readonly string[] {
  const wrong: Readonly<Record<string, string>> = {
    a: 'o',
    e: 'c',
    i: 'l',
    n: 'h',
    r: 't',
    A: '4',
    E: 'F',
    I: 'l',
    N: 'M',
    O: '0',
    S: '5',
    T: 'I',
  };
  let count = from;
  return lines.map((line) =>
    line.replaceAll(/[aeinrAEINOST]/gu, (letter) => {
      count += 1;
      return count % every === 0 ? (wrong[letter] ?? letter) : letter;
    }),
  );
}

function samplePage(lines: readonly string[], page: number, look: SampleLook): ReadPage {
  const step = Math.min(0.022, 0.9 / Math.max(1, lines.length));
  const words = lines.flatMap((text, line) => {
    const left = text.startsWith('>') ? 0.55 : 0.1;
    const top = text.startsWith('>') ? 0.95 : 0.05 + line * step;
    let at = left;
    return text
      .replace(/^>/u, '')
      .split(' ')
      .map((word) => {
        const from = at;
        at += (word.length + 1) * 0.009;
        return {
          text: word,
          confidence: look.confidence ?? 95,
          box: [from, top, at - 0.009, top + step * 0.7] as [number, number, number, number],
          line,
        };
      });
  });
  return {
    page,
    width: 612,
    height: 936,
    readings: [{ pass: 'gambar', words }],
    quality: {
      level: look.level ?? 'baik',
      flaws: look.flaws ?? [],
      dpi: 200,
      acuity: 0.6,
    },
  };
}
