/** Golongan ruang of PNS with the basic pay at zero years of service (rupiah a month; PP 5/2024), domain.md 2.1. */
const table = [
  ['11', 'I/a', 'Juru Muda', 1_685_700],
  ['12', 'I/b', 'Juru Muda Tingkat I', 1_840_800],
  ['13', 'I/c', 'Juru', 1_918_700],
  ['14', 'I/d', 'Juru Tingkat I', 1_999_900],
  ['21', 'II/a', 'Pengatur Muda', 2_184_000],
  ['22', 'II/b', 'Pengatur Muda Tingkat I', 2_385_000],
  ['23', 'II/c', 'Pengatur', 2_485_900],
  ['24', 'II/d', 'Pengatur Tingkat I', 2_591_100],
  ['31', 'III/a', 'Penata Muda', 2_785_700],
  ['32', 'III/b', 'Penata Muda Tingkat I', 2_903_600],
  ['33', 'III/c', 'Penata', 3_026_400],
  ['34', 'III/d', 'Penata Tingkat I', 3_154_400],
  ['41', 'IV/a', 'Pembina', 3_287_800],
  ['42', 'IV/b', 'Pembina Tingkat I', 3_426_900],
  ['43', 'IV/c', 'Pembina Utama Muda', 3_571_900],
  ['44', 'IV/d', 'Pembina Utama Madya', 3_723_000],
] as const;

/** A rank: BKN's id, golongan ruang, its name, and basic pay without service. */
export interface Rank {
  readonly id: string;
  readonly golongan: string;
  readonly pangkat: string;
  readonly pay: number;
}

/** Ranks in their order, lowest first. */
export const ranks: readonly Rank[] = table.map(([id, golongan, pangkat, pay]) => ({
  id,
  golongan,
  pangkat,
  pay,
}));

/** The rank with this id; every id here comes from this table. */
export function rankOf(id: string): Rank {
  const found = ranks.find((rank) => rank.id === id);
  if (!found) throw new Error(`Unknown rank id ${id}`);
  return found;
}

/** The rank directly above, undefined at the top of the table. */
export function rankAfter(id: string): Rank | undefined {
  return ranks[ranks.findIndex((rank) => rank.id === id) + 1];
}

/** `Penata Muda / III/a`, as decrees print it. */
export const rankText = (id: string): string => `${rankOf(id).pangkat} (${rankOf(id).golongan})`;

/** Basic pay with that many whole years of service: a step of 3.15 % every two years, in steps of Rp100. */
export function basicPay(rankId: string, years: number): number {
  return Math.round((rankOf(rankId).pay * 1.0315 ** Math.floor(years / 2)) / 100) * 100;
}
