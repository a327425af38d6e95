import { expect, test } from 'vitest';
import { noticeLines } from '#renderer/desk/shell/notices/notice-lines.ts';
import type { ExchangeNotices } from '#renderer/core/sync/sync-contract.ts';

const nothing: ExchangeNotices = {
  diskLeftBytes: null,
  heldRemovals: null,
  unreadable: 0,
  deliveredAgain: 0,
  ticketNews: 0,
  clockAheadMs: 0,
};
const minute = 60_000;

test('nothing is said while nothing is the matter, or a clock is a little off', () => {
  expect(noticeLines({ ...nothing, clockAheadMs: -5 * minute })).toEqual([]);
});

const back = (employeeName: string) => ({
  usulId: employeeName,
  employeeName,
  sentences: ['SK Pangkat: milik orang lain (Budi).', 'TMT berbeda dengan dokumen.'],
});

test('usul that came back stand first, with what their documents say', () => {
  const notices = { ...nothing, deliveredAgain: 1 };
  expect(noticeLines(notices, { broughtBack: [back('Ani Contoh')] })[0]).toEqual({
    kind: 'kembali',
    asks: true,
    sentence:
      'Usul Ani Contoh kembali ke meja, keputusannya belum dikirim. SK Pangkat: milik orang lain (Budi). TMT berbeda dengan dokumen.',
  });
  expect(
    noticeLines(notices, { broughtBack: [back('Ani Contoh'), back('Edi Contoh')] })[0]?.sentence,
  ).toMatch(/^2 usul kembali ke meja, keputusannya belum dikirim\. Ani Contoh: SK Pangkat/);
});

test('removals that are held back ask, until the person agreed', () => {
  const held = { gone: 1900, of: 2000, agreed: false };
  expect(noticeLines({ ...nothing, heldRemovals: held })).toEqual([
    {
      kind: 'ditahan',
      asks: true,
      sentence:
        'Server melaporkan 1.900 dari 2.000 usul tidak lagi ditugaskan kepada Anda. Tidak ada yang dihapus sebelum Anda menyetujuinya.',
    },
  ]);
  expect(noticeLines({ ...nothing, heldRemovals: { ...held, agreed: true } })).toMatchObject([
    { asks: false },
  ]);
});

test.each([
  [6 * minute, 'Jam PC ini berbeda 6 menit dari jam server.'],
  [-3653 * 1440 * minute, 'Jam PC ini berbeda 10 tahun dari jam server.'],
])('a clock that is %i ms ahead is told', (clockAheadMs, sentence) => {
  expect(noticeLines({ ...nothing, clockAheadMs })).toMatchObject([
    { sentence: expect.stringContaining(sentence) },
  ]);
});

test('decisions that went again are counted, until the person has seen it', () => {
  expect(noticeLines({ ...nothing, deliveredAgain: 3 })).toEqual([
    {
      kind: 'dikirim_lagi',
      asks: true,
      sentence:
        'Server pusat kembali ke data lama. 3 keputusan Anda yang hilang di sana dikirim lagi; hasilnya ada di Antrean Kirim.',
    },
  ]);
});

test('usul that cannot be read are counted, with what to do', () => {
  expect(noticeLines({ ...nothing, unreadable: 2 })).toMatchObject([
    { sentence: expect.stringMatching(/^2 usul dari server tidak dapat dibaca.*Pasang versi/) },
  ]);
});

const refusedWith = (typed: string) => ({
  id: typed,
  sentence: 'Pesan Anda tidak terkirim. Sebab.',
  typed,
});

test('what was refused beside decisions is told with what was typed, and how many others there are', () => {
  expect(noticeLines(nothing, { refused: [refusedWith('')] })).toEqual([
    { kind: 'kiriman_ditolak', asks: true, sentence: 'Pesan Anda tidak terkirim. Sebab.' },
  ]);
  const [line] = noticeLines(nothing, {
    refused: [refusedWith('a'.repeat(5_000)), refusedWith(''), refusedWith('b')],
  });
  expect(line?.sentence).toMatch(
    / Yang Anda tulis: “a{240}…” Ditolak pula 2 lainnya; lihat Antrean Kirim\.$/,
  );
});

const told = (change: object) => ({
  number: 1,
  usulId: '00000000-0000-4000-8000-000000000001',
  employeeName: 'Rina Contoh',
  by: 'Admin Contoh',
  reason: 'Dinas luar',
  at: '2026-11-22T01:00:00.000Z',
  ...change,
});

test('what an admin gave is told to whoever gets it and to whoever had it, with how many', () => {
  const given = told({ kind: 'ditugaskan', to: 'Andi', count: 3 });
  const moved = told({ kind: 'dipindahkan', to: 'Budi Misal', reason: '' });
  const lineOf = (...takenOver: ReturnType<typeof told>[]) =>
    noticeLines(nothing, { takenOver }).map(({ sentence }) => sentence);
  expect(lineOf(given)).toEqual([
    'Admin Contoh menugaskan usul Rina Contoh dan 2 lainnya kepada Anda: “Dinas luar”',
  ]);
  expect(lineOf(moved)).toEqual([
    'Admin Contoh memindahkan usul Rina Contoh dari Anda kepada Budi Misal.',
  ]);
  expect(lineOf(given, told({}))).toEqual([
    'Admin Contoh mengambil alih usul Rina Contoh dari Anda: “Dinas luar” Penugasan berubah pula pada 3 usul lain.',
  ]);
});
