import { createHash } from 'node:crypto';
import { usulSchema, type Usul } from '#shared/records/usul.ts';

/** Bytes of an invented document, and how the server names them. */
export function sampleDocument(text: string): {
  readonly bytes: ArrayBuffer;
  readonly sha256: string;
  readonly size: number;
} {
  const bytes = new Uint8Array(new TextEncoder().encode(`%PDF-1.7 ${text}`));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { bytes: bytes.buffer, sha256, size: bytes.byteLength };
}

/** An invented usul at the verifikator's stage; `n` makes it distinct, `change` sets what a test is about. */
export function sampleUsul(n: number, change: Partial<Usul> = {}): Usul {
  const document = sampleDocument(`usul ${n}`);
  const tail = String(n).padStart(12, '0');
  return usulSchema.parse({
    id: `01900000-0000-7000-8000-${tail}`,
    revision: 1,
    version: 1,
    recordType: 'organisasi',
    kind: 'tambah',
    position: { kind: 'menunggu', stage: 'verifikasi' },
    instansiId: 'I1',
    opdId: 'O1',
    unorId: `U${n % 3}`,
    unorNama: `Bidang ${n % 3}`,
    employee: {
      id: `E${n}`,
      kind: 'pns',
      nip: `99${String(n).padStart(16, '0')}`,
      nik: '9900000000000000',
      nama: `Pegawai Contoh ${n}`,
      gelarDepan: '',
      gelarBelakang: '',
      jenisKelamin: 'F',
      tempatLahir: 'Contoh',
      tanggalLahir: '1990-01-01',
      tmtCpns: null,
      golonganId: null,
      jabatan: 'Analis',
      unorId: `U${n % 3}`,
      unorNama: `Bidang ${n % 3}`,
    },
    values: { namaOrganisasi: `Organisasi ${n}`, jabatanOrganisasi: 'Anggota' },
    oldValues: null,
    existingRecords: [],
    documents: [
      {
        documentId: 'mv-sk-organisasi',
        fileName: `sk-${n}.pdf`,
        sha256: document.sha256,
        size: document.size,
      },
    ],
    history: [],
    asnNote: '',
    submittedAt: '2026-11-01T00:00:00.000Z',
    deadline: '2026-11-30',
    ...change,
  });
}
