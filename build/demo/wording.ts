const small = [
  '',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
  'sebelas',
];

/** A whole number below a thousand million in words (terbilang), as decrees spell out money. */
function spellNumber(value: number): string {
  const joined = (head: string, rest: number): string => `${head} ${spellNumber(rest)}`.trim();
  if (value < 12) return small[value]!;
  if (value < 20) return `${small[value - 10]} belas`;
  if (value < 100) return joined(`${small[Math.floor(value / 10)]} puluh`, value % 10);
  if (value < 200) return joined('seratus', value - 100);
  if (value < 1000) return joined(`${small[Math.floor(value / 100)]} ratus`, value % 100);
  if (value < 2000) return joined('seribu', value - 1000);
  if (value < 1_000_000) {
    return joined(`${spellNumber(Math.floor(value / 1000))} ribu`, value % 1000);
  }
  return joined(`${spellNumber(Math.floor(value / 1_000_000))} juta`, value % 1_000_000);
}

/** `Rp3.089.300,00 (tiga juta delapan puluh sembilan ribu tiga ratus rupiah)`. */
export function spellMoney(rupiah: number): string {
  return `${formatMoney(rupiah)} (${spellNumber(rupiah)} rupiah)`;
}

/** `Rp3.089.300,00`. */
export function formatMoney(rupiah: number): string {
  return `Rp${String(rupiah).replaceAll(/\B(?=(\d{3})+$)/g, '.')},00`;
}

/** A decimal with comma, as printed: `87.5` becomes `87,50`. */
export function formatDecimal(value: string | number, digits = 2): string {
  return Number(value).toFixed(digits).replace('.', ',');
}
