import { describe, expect, it } from 'vitest';
import { labelsOfField } from '#renderer/evidence/matching/printed-labels.ts';
import { evidenceFor, verdictOn } from '#tests/support/samples/matched.ts';
import { sampleText } from '#tests/support/samples/sample-page.ts';

const tmt = { kind: 'tanggal' as const, labels: ['terhitung mulai tanggal', 'TMT'] };
const pay = { kind: 'uang' as const, labels: ['gaji pokok sebesar', 'gaji pokok'] };

describe('a label that says "lama" is of the value before', () => {
  it.each([
    ['TMT lama', 'TMT lama : 1 April 2017'],
    ['TMT lama', 'TMT (lama) : 1 April 2017'],
    ['TMT sebelumnya', 'TMT sebelumnya : 1 April 2017'],
    ['TMT semula', 'TMT semula : 1 April 2017'],
    ['TMT pangkat lama', 'TMT pangkat lama : 1 April 2017'],
    ['TMT golongan ruang lama', 'TMT Golongan/Ruang Lama : 1 April 2017'],
    ['TMT jabatan lama', 'TMT jabatan lama : 1 April 2017'],
    ['terhitung mulai tanggal lama', 'Terhitung mulai tanggal lama : 1 April 2017'],
  ])('and is named: %s', (label, line) => {
    const found = evidenceFor({ ...tmt, value: '2017-04-01' }, sampleText(line));
    expect(found).toMatchObject({ status: 'mirip', because: 'kolom_lain', equal: true });
    expect(found).toMatchObject({ place: { label } });
  });

  it('whatever kind of value it stands before', () => {
    const old = sampleText('Gaji pokok lama : Rp 2.500.000,-');
    expect(evidenceFor({ ...pay, value: '2500000' }, old)).toMatchObject({
      because: 'kolom_lain',
      place: { label: 'gaji pokok lama' },
    });
    const number = { kind: 'nomor' as const, value: '821.2/457/BKD/2017', labels: ['nomor'] };
    expect(verdictOn(number, sampleText('Nomor lama : 821.2/457/BKD/2017'))).toBe('kolom_lain');
    expect(verdictOn(number, sampleText('Nomor : 821.2/457/BKD/2017'))).toBe('ditemukan');
  });

  it.each([
    'TMT pangkat lama : 1 April 2017',
    'TMT golongan lama : 1 April 2017',
    'TMT pangkat/golongan ruang lama : 1 April 2017',
  ])('so that the new one says another value: %s', (line) => {
    const paper = sampleText(line, 'Terhitung mulai tanggal 1 April 2021 dinaikkan menjadi');
    expect(evidenceFor({ ...tmt, value: '2017-04-01' }, paper)).toMatchObject({
      status: 'berbeda',
      place: { printed: '1 April 2021' },
    });
    expect(verdictOn({ ...tmt, value: '2021-04-01' }, paper)).toBe('ditemukan');
  });

  it('says nothing against the value that stands at the new one', () => {
    const both = sampleText('TMT lama : 1 April 2017', 'TMT baru : 1 April 2021');
    expect(verdictOn({ ...tmt, value: '2021-04-01' }, both)).toBe('ditemukan');
    expect(evidenceFor({ ...tmt, value: '2017-04-01' }, both)).toMatchObject({
      status: 'berbeda',
      place: { printed: '1 April 2021' },
    });
    const pays = sampleText('Gaji pokok lama Rp 2.500.000,-', 'Gaji pokok baru Rp 2.903.600,-');
    expect(verdictOn({ ...pay, value: '2903600' }, pays)).toBe('ditemukan');
  });

  it('does not reach to the value of the new one, which may be the same', () => {
    const post = { kind: 'teks' as const, value: 'Guru Ahli Muda', labels: ['jabatan'] };
    const moved = sampleText(
      'Dari jabatan lama : Guru Ahli Muda',
      'Ke jabatan baru : Guru Ahli Muda',
    );
    expect(evidenceFor(post, moved)).toMatchObject({
      status: 'ditemukan',
      place: { label: 'jabatan' },
    });
    const before = { ...post, labels: [...labelsOfField('jabatanLamaNama')] };
    expect(evidenceFor(before, moved)).toMatchObject({
      status: 'ditemukan',
      place: { label: 'jabatan lama' },
    });
  });

  it('is sought only for a field of that name', () => {
    expect(labelsOfField('alamat')).toEqual(['alamat']);
    expect(labelsOfField('pengalaman')).toEqual([]);
  });

  it('accuses nobody where the new one is nowhere', () => {
    const old = sampleText('TMT lama : 1 April 2017');
    expect(verdictOn({ ...tmt, value: '2021-04-01' }, old)).not.toBe('berbeda');
  });

  it('is no other word that begins so', () => {
    const line = sampleText('TMT lamaran : 1 April 2017');
    expect(verdictOn({ ...tmt, value: '2017-04-01' }, line)).toBe('ditemukan');
  });
});
