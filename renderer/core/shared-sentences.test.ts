import { expect, test } from 'vitest';
import { whyNotDecidable } from '#renderer/core/shared-sentences.ts';
import { sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { day } from '#tests/support/samples/sample-row.ts';

const account = {
  id: '00000000-0000-4000-8000-000000000001',
  username: 'citra',
  displayName: 'Citra Contoh',
  role: 'approver',
  scope: { kind: 'instansi', id: 'kab-a' },
  scopeName: 'Kabupaten Contoh',
} as const;
const now = new Date('2026-11-22T03:00:00.000Z');
const waiting = sampleUsul(1, { position: { kind: 'menunggu', stage: 'persetujuan' } });
const days = { from: day('2026-11-20'), until: day('2026-11-25') };
const acting = (bar: string | null, change = {}) => ({
  ...waiting,
  actingFor: [{ name: 'Dewi Contoh', ...days, bar, ...change }],
});

test('whoever stands in for another is told whose eyes it is about, and nothing outside those days', () => {
  expect(whyNotDecidable(waiting, account, now)).toBeNull();
  expect(whyNotDecidable(acting('sudah_memutus'), account, now)).toBe(
    'Dewi Contoh, yang Anda gantikan, sudah memutus usul ini pada tahap sebelumnya; tahap ini diputuskan pejabat lain.',
  );
  expect(whyNotDecidable(acting('milik_sendiri'), account, now)).toBe(
    'Usul ini milik Dewi Contoh, yang Anda gantikan; diputuskan petugas lain dengan wewenang yang sama.',
  );
  expect(whyNotDecidable(acting(null), account, now)).toBeNull();
  const over = acting('sudah_memutus', { until: day('2026-11-21') });
  expect(whyNotDecidable(over, account, now)).toBeNull();
});
