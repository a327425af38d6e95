const kilobyte = 1024;

/** Bytes as people read them, one decimal with comma: `12,4 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < kilobyte) return `${bytes} B`;
  if (bytes < kilobyte ** 2) return `${Math.round(bytes / kilobyte)} KB`;
  const megabytes = bytes / kilobyte ** 2;
  if (megabytes < 1024) return `${decimal(megabytes)} MB`;
  return `${decimal(megabytes / 1024)} GB`;
}

/** A duration rounded up to what matters: `40 dtk`, `3 mnt`, `2 jam 5 mnt`. */
export function formatDuration(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.ceil(seconds))} dtk`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return `${minutes} mnt`;
  return `${Math.floor(minutes / 60)} jam ${minutes % 60} mnt`;
}

const spans = [
  { unit: 'tahun', ms: 365 * 86_400_000 },
  { unit: 'hari', ms: 86_400_000 },
  { unit: 'jam', ms: 3_600_000 },
  { unit: 'menit', ms: 60_000 },
] as const;

/** A difference of time in its largest whole unit: `6 menit`, `3 jam`, `12 hari`, `10 tahun`. */
export function formatSpan(ms: number): string {
  const span = spans.find((one) => ms >= one.ms);
  return span ? `${formatCount(Math.floor(ms / span.ms))} ${span.unit}` : '0 menit';
}

/** A count with Indonesian grouping: `40.000`. */
export function formatCount(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, '.');
}

function decimal(value: number): string {
  return value.toFixed(1).replace('.', ',');
}
