import { describe, expect, it } from 'vitest';
import { warningWords } from '#renderer/features/workbench/evidence/warning-words.ts';
import type { DocumentWarning } from '#renderer/core/evidence/evidence-contract.ts';

function wordsOf(change: Partial<DocumentWarning>) {
  const warning: DocumentWarning = {
    sha256: 'a'.repeat(64),
    kind: 'mutu',
    page: null,
    flaws: [],
    detail: '',
    reason: null,
    ...change,
  };
  return warningWords(warning, 'SK jabatan');
}

describe('a warning about a document', () => {
  it('names the page and everything that is wrong with it, and what to do first', () => {
    const { wrong, advice } = wordsOf({ page: 2, flaws: ['gelap', 'terpotong'] });
    expect(wrong).toBe('Halaman 2 terlalu gelap dan terpotong di tepi.');
    expect(advice).toContain('pencahayaan');
  });

  it('names the document found and the one that was wanted', () => {
    const { wrong, advice } = wordsOf({ kind: 'jenis_lain', detail: 'ijazah' });
    expect(wrong).toContain('ijazah');
    expect(advice).toContain('SK jabatan');
  });

  it('says what is missing, in general where the program does not know it more closely', () => {
    expect(wordsOf({ kind: 'halaman_kurang', detail: 'lampiran' }).wrong).toContain('lampiran');
    expect(wordsOf({ kind: 'halaman_kurang', detail: 'sesuatu' }).wrong).toContain('halaman');
  });

  it('says why a document could not be read', () => {
    expect(wordsOf({ kind: 'tidak_dapat_dibaca', detail: 'bersandi' }).wrong).toContain('sandi');
    expect(wordsOf({ kind: 'tidak_dapat_dibaca', detail: '' }).wrong).toContain('Periksa sendiri');
  });

  it('names the page that could not be read, which a person must look at', () => {
    for (const detail of ['terlalu_lama', 'gagal']) {
      const { wrong, advice } = wordsOf({ kind: 'tidak_dapat_dibaca', page: 3, detail });
      expect(wrong).toMatch(/halaman 3 .*Periksa sendiri\.$/iu);
      expect(advice).toBe('');
    }
  });

  it('names the other person, and the other usul', () => {
    expect(wordsOf({ kind: 'orang_lain', detail: 'Sri Lestari' }).wrong).toContain('Sri Lestari');
    const used = wordsOf({ kind: 'dipakai_usul_lain', detail: 'Sri Lestari' });
    expect(used.wrong).toContain('Sri Lestari');
  });
});
