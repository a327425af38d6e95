import type { RecordValues } from '#shared/records/usul.ts';
import type { Person } from '#build/demo/people/person.ts';
import { filled } from '#build/demo/records/record-draft.ts';
import type { Random } from '#build/demo/random.ts';

/** Figures of an older assessment: elements, sum, mean, and the results that follow from them (domain.md 1.4). */
export function buildScores(
  form: 'dp3' | 'skp_2014' | 'skp_2021',
  year: number,
  person: Person,
  random: Random,
): RecordValues {
  const names = {
    dp3: [
      'kesetiaan',
      'prestasiKerja',
      'tanggungJawab',
      'ketaatan',
      'kejujuran',
      'kerjasama',
      'prakarsa',
    ],
    skp_2014: ['orientasiPelayanan', 'integritas', 'komitmen', 'disiplin', 'kerjasama'],
    skp_2021: ['orientasiPelayanan', 'komitmen', 'inisiatifKerja', 'kerjasama'],
  }[form];
  const scores = names.map((name) => [name, random.whole(79, 91)] as const);
  const sum = scores.reduce((total, [, score]) => total + score, 0);
  const mean = sum / scores.length;
  const skp = random.whole(8200, 9100) / 100;
  const figures: Record<string, string> = Object.fromEntries(
    scores.map(([name, score]) => [name, score.toFixed(2)]),
  );
  figures['jumlah'] = sum.toFixed(2);
  figures['nilairatarata'] = mean.toFixed(2);
  if (form !== 'dp3') {
    figures['nilaiSkp'] = skp.toFixed(2);
    figures['nilaiPerilakuKerja'] = mean.toFixed(2);
    figures['nilaiPrestasiKerja'] = (skp * 0.6 + mean * 0.4).toFixed(2);
    figures['jenisJabatan'] = person.post.kindId;
  }
  return filled({ jenisSkp: form, tahun: String(year), ...figures });
}

/** The word for a figure (DP3 bands, domain.md 2.9). */
export function scoreWord(score: number): string {
  if (score >= 91) return 'Amat Baik';
  if (score >= 76) return 'Baik';
  if (score >= 61) return 'Cukup';
  return score >= 51 ? 'Sedang' : 'Kurang';
}
