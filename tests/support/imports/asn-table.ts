/** Head of a table of ASN as offices keep it. */
export const asnHead = [
  'No',
  'NIP',
  'Nama',
  'Gelar Belakang',
  'NIK',
  'JK',
  'Tempat Lahir',
  'Tgl Lahir',
  'TMT CPNS',
  'Gol',
  'Jabatan',
  'Kode Unor',
] as const;

/** The NIP of the nth invented ASN: its serial lies in the 900s, where it cannot be real for long lists change the day. */
export function inventedNip(n: number): string {
  const day = String((n % 28) + 1).padStart(2, '0');
  const month = String((Math.floor(n / 28) % 12) + 1).padStart(2, '0');
  const year = 1970 + (Math.floor(n / 336) % 30);
  const serial = 900 + (Math.floor(n / 10_080) % 100);
  return `${year}${month}${day}${year + 25}01${(n % 2) + 1}${serial}`;
}

/** A row of that table. */
export function asnRow(
  n: number,
  unorId: string,
  changed: Partial<Record<(typeof asnHead)[number], string>> = {},
): readonly string[] {
  const nip = inventedNip(n);
  const row: Readonly<Record<(typeof asnHead)[number], string>> = {
    No: String(n + 1),
    NIP: nip,
    Nama: `Contoh Rekaan ${n}`,
    'Gelar Belakang': 'S.Kom.',
    NIK: '',
    JK: n % 2 === 0 ? 'L' : 'P',
    'Tempat Lahir': 'Kota Rekaan',
    'Tgl Lahir': `${nip.slice(6, 8)}-${nip.slice(4, 6)}-${nip.slice(0, 4)}`,
    'TMT CPNS': `01-01-${nip.slice(8, 12)}`,
    Gol: ['II/a', 'III/b', 'IV/a'][n % 3]!,
    Jabatan: 'Analis Contoh',
    'Kode Unor': unorId,
    ...changed,
  };
  return asnHead.map((name) => row[name]);
}
