import { plainOf } from '#renderer/evidence/matching/reading-stream.ts';

/**
 * Short forms on paper and what they stand for, in lower case, without points. Whole words only; source: wording of
 * decrees and diplomas in domain.md section 6.
 */
const shortForms: readonly (readonly [short: string, long: string])[] = [
  ['sd negeri', 'sekolah dasar negeri'],
  ['sdn', 'sekolah dasar negeri'],
  ['smp negeri', 'sekolah menengah pertama negeri'],
  ['smpn', 'sekolah menengah pertama negeri'],
  ['sma negeri', 'sekolah menengah atas negeri'],
  ['sman', 'sekolah menengah atas negeri'],
  ['smk negeri', 'sekolah menengah kejuruan negeri'],
  ['smkn', 'sekolah menengah kejuruan negeri'],
  ['sd', 'sekolah dasar'],
  ['smp', 'sekolah menengah pertama'],
  ['sma', 'sekolah menengah atas'],
  ['smk', 'sekolah menengah kejuruan'],
  ['tk i', 'tingkat i'],
  ['tk', 'tingkat'],
  ['kab', 'kabupaten'],
  ['kec', 'kecamatan'],
  ['kel', 'kelurahan'],
  ['prov', 'provinsi'],
  ['prop', 'provinsi'],
  ['propinsi', 'provinsi'],
  ['jl', 'jalan'],
  ['jln', 'jalan'],
  ['no', 'nomor'],
  ['univ', 'universitas'],
  ['fak', 'fakultas'],
  ['puskesmas', 'pusat kesehatan masyarakat'],
  ['uptd', 'unit pelaksana teknis daerah'],
  ['upt', 'unit pelaksana teknis'],
  ['rsud', 'rumah sakit umum daerah'],
  ['dprd', 'dewan perwakilan rakyat daerah'],
  ['bkpsdm', 'badan kepegawaian dan pengembangan sumber daya manusia'],
  ['bpsdm', 'badan pengembangan sumber daya manusia'],
  ['bkn', 'badan kepegawaian negara'],
  ['lan', 'lembaga administrasi negara'],
  ['sdm', 'sumber daya manusia'],
  ['gol', 'golongan'],
  ['dr', 'dokter'],
  ['th', 'tahun'],
  ['thn', 'tahun'],
  ['bln', 'bulan'],
  ['d i', 'diploma i'],
  ['d ii', 'diploma ii'],
  ['d iii', 'diploma iii'],
  ['d iv', 'diploma iv'],
  ['d1', 'diploma i'],
  ['d2', 'diploma ii'],
  ['d3', 'diploma iii'],
  ['d4', 'diploma iv'],
  ['s 1', 's1'],
  ['s 2', 's2'],
  ['s 3', 's3'],
  ['dan', ''],
];

const longest = Math.max(...shortForms.map(([short]) => short.split(' ').length));
const longByShort = new Map(shortForms);

/** The words of a text in lower case, short forms written out; what is no letter or digit divides words. */
export function writtenOut(text: string): string[] {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const out: string[] = [];
  for (let at = 0; at < words.length;) {
    const length =
      lengths.find((size) => longByShort.has(words.slice(at, at + size).join(' '))) ?? 0;
    const key = words.slice(at, at + Math.max(1, length)).join(' ');
    out.push(...(longByShort.get(key) ?? key).split(' ').filter((word) => word !== ''));
    at += Math.max(1, length);
  }
  return out;
}

const lengths = Array.from({ length: longest }, (_, step) => longest - step);

/** Ways in which a text may be printed, as letters and digits: as it is, written out, and each long form shortened. */
export function spellingsOfText(text: string): readonly string[] {
  const full = writtenOut(text).join(' ');
  const shortened = shortForms
    .filter(([short, long]) => long !== '' && short.length > 1 && ` ${full} `.includes(` ${long} `))
    .map(([short, long]) => full.replace(long, short));
  return [...new Set([text, full, ...shortened].map((one) => plainOf(one).text))];
}
