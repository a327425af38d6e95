import type {
  DocumentReading,
  PageBox,
  PageQuality,
  PageReading,
  ReadWord,
} from '#renderer/evidence/matching/document-reading.ts';
import type { FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';

/** How an invented page was read. */
interface SampleReading {
  readonly pass?: PageReading['pass'];
  /** 0 to 100, of every word; 100 if absent. */
  readonly confidence?: number;
  readonly lines: readonly string[];
  /** Of a text layer: what the drawn page shows there; the same if absent, null where it was not looked at. */
  readonly drawn?: readonly string[] | null;
}

const lineHeight = 0.02;
const letter = 0.009;

/**
 * An invented A4 page as read one or several times: each text a line, words set from the left, two or more blanks as wide as
 * they are. A tab begins a new column in the middle of the page.
 */
export function samplePage(
  readings: readonly SampleReading[],
  level: PageQuality['level'] = 'baik',
): DocumentReading {
  const flaws: PageQuality['flaws'] = level === 'baik' ? [] : ['kurang_tajam'];
  return {
    sha256: '0'.repeat(64),
    engine: 'contoh',
    pageCount: 1,
    failure: null,
    pages: [
      {
        page: 1,
        width: 595,
        height: 842,
        readings: readings.flatMap(readingsOf),
        quality: { level, flaws, dpi: 200, acuity: 0.5 },
      },
    ],
  };
}

function readingsOf({ pass = 'gambar', confidence, lines, drawn }: SampleReading): PageReading[] {
  const wordsIn = (texts: readonly string[]): ReadWord[] =>
    texts.flatMap((text, line) => wordsOf(text, line, confidence ?? 100));
  const reading: PageReading = { pass, words: wordsIn(lines) };
  if (pass !== 'lapisan_teks' || drawn === null) return [reading];
  const shown = wordsIn(drawn ?? lines);
  const pieces = lines.map((_, line): PageBox => {
    const top = 0.05 + line * lineHeight;
    return [0, top, 1, top + lineHeight * 0.7];
  });
  return [reading, { pass: 'tergambar', words: shown, pieces }];
}

/** A text layer with these lines, which the page shows. */
export function sampleText(...lines: readonly string[]): DocumentReading {
  return samplePage([{ pass: 'lapisan_teks', lines }]);
}

/** A query with what a test does not care about filled in. */
export function sampleQuery(
  query: Pick<FieldQuery, 'kind' | 'value'> & Partial<FieldQuery>,
): FieldQuery {
  return { field: 'contoh', also: [], labels: [], of: 'pegawai', ...query };
}

function wordsOf(text: string, line: number, confidence: number): ReadWord[] {
  const top = 0.05 + line * lineHeight;
  return Array.from(text.matchAll(/\S+/g), (match): ReadWord => {
    const column = text.lastIndexOf('\t', match.index);
    const left = column < 0 ? 0.1 + match.index * letter : 0.55 + (match.index - column) * letter;
    return {
      text: match[0],
      confidence,
      box: [left, top, left + match[0].length * letter, top + lineHeight * 0.7],
      line,
    };
  });
}
