import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';
import type { FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';

const months = [
  'januari',
  'februari|pebruari',
  'maret',
  'april',
  'mei',
  'juni',
  'juli',
  'agustus',
  'september',
  'oktober',
  'november|nopember',
  'desember',
];

/** All text of a document that is born digital, in reading order. */
export function textOf(reading: DocumentReading): string {
  const words = reading.pages.flatMap(
    (page) => page.readings.find(({ pass }) => pass === 'lapisan_teks')?.words ?? [],
  );
  return words.map(({ text }) => text).join(' ');
}

/**
 * Whether a wrong value truly stands somewhere on the paper, as the value of something else. Judged on the text of the
 * born-digital file, by rules of its own: the matcher's may be what is wrong.
 */
export function isPrinted(
  { kind, value }: Pick<FieldQuery, 'kind' | 'value'>,
  text: string,
): boolean {
  return patternOf(kind, value).test(text);
}

function patternOf(kind: FieldQuery['kind'], value: string): RegExp {
  switch (kind) {
    case 'tanggal':
      return datePattern(value);
    case 'angka':
    case 'uang':
    case 'tahun':
    case 'bulan': {
      const [whole = '', part = ''] = value.split('.');
      const grouped = whole.split('').join('\\.?');
      const decimals = part === '' ? '' : `[.,]${part}0*`;
      return new RegExp(`(?<![\\d.,])0*${grouped}${decimals}(?![.,]?\\d)`, 'u');
    }
    case 'nip':
    case 'nik':
      return new RegExp(`(?<!\\d)${value.split('').join('\\s*')}(?!\\d)`, 'u');
    case 'nomor':
    case 'golongan':
    case 'nama':
    case 'gelar':
    case 'teks': {
      const letters = value.replaceAll(/[^\p{L}\d]/gu, '').split('');
      return new RegExp(`(?<![\\p{L}\\d])${letters.join('[^\\p{L}\\d]*')}(?![\\p{L}\\d])`, 'iu');
    }
  }
}

function datePattern(value: string): RegExp {
  const [year = '', month = '', day = ''] = value.split('-');
  const name = months[Number(month) - 1] ?? '';
  const spelt = `${spelled(day)}\\s+(?:${name})(?:\\s+${year}|\\s*(?:s\\.?d\\.?|s/d|sampai))`;
  const short = `${spelled(day)}\\s*[-/.]\\s*${spelled(month)}\\s*[-/.]\\s*${year}`;
  return new RegExp(`(?<!\\d)(?:${spelt}|${short})(?!\\d)`, 'iu');
}

function spelled(part: string): string {
  return `0?${Number(part)}`;
}
