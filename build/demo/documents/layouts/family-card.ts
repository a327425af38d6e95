import { drawParticulars, drawTable } from '#build/demo/documents/grid.ts';
import { drawEagle } from '#build/demo/documents/ornaments.ts';
import type { Pen } from '#build/demo/documents/pen.ts';
import { type Signer, drawSigning } from '#build/demo/documents/signing.ts';

/** Somebody on a family card, every value as printed. */
export interface FamilyMember {
  readonly name: string;
  readonly nik: string;
  readonly sex: string;
  readonly birthplace: string;
  readonly born: string;
  readonly religion: string;
  readonly education: string;
  readonly job: string;
  readonly blood: string;
  readonly marital: string;
  readonly married: string;
  readonly relation: string;
  readonly father: string;
  readonly mother: string;
}

/** A family card (Kartu Keluarga), landscape (domain.md 6.3). */
export interface FamilyCardData {
  readonly number: string;
  readonly head: string;
  readonly address: string;
  readonly rtRw: string;
  readonly village: string;
  readonly subdistrict: string;
  readonly regency: string;
  readonly postcode: string;
  readonly province: string;
  readonly members: readonly FamilyMember[];
  readonly issued: string;
  readonly place: string;
  readonly signer: Signer;
}

/** Draws the card: address on both sides, the two tables of members, signatures. */
export function drawFamilyCard(pen: Pen, data: FamilyCardData): void {
  pen.margins = { left: 34, right: 34, top: 28, bottom: 26 };
  pen.y = pen.margins.top;
  pen.typeface = 'sans';
  drawEagle(pen.ctx, pen.left + 40, pen.y, 46, '#3a3a3a');
  pen.center('KARTU KELUARGA', { bold: true, size: 20 });
  pen.center(`No. ${data.number}`, { bold: true, size: 13 });
  pen.space(12);
  const top = pen.y;
  const look = { size: 8.5, labelWidth: 110 };
  drawParticulars(
    pen,
    [
      { label: 'Nama Kepala Keluarga', value: data.head.toUpperCase() },
      { label: 'Alamat', value: data.address },
      { label: 'RT/RW', value: data.rtRw },
      { label: 'Desa/Kelurahan', value: data.village },
    ],
    { ...look, x: pen.left, width: pen.width * 0.5 },
  );
  pen.y = top;
  drawParticulars(
    pen,
    [
      { label: 'Kecamatan', value: data.subdistrict },
      { label: 'Kabupaten/Kota', value: data.regency },
      { label: 'Kode Pos', value: data.postcode },
      { label: 'Provinsi', value: data.province },
    ],
    { ...look, x: pen.left + pen.width * 0.6, width: pen.width * 0.4 },
  );
  pen.space(8);
  drawFirstTable(pen, data);
  pen.space(8);
  drawSecondTable(pen, data);
  drawFoot(pen, data);
}

const look = { size: 7.2, padding: 2.4 } as const;

function drawFirstTable(pen: Pen, data: FamilyCardData): void {
  const shares = [0.035, 0.2, 0.145, 0.08, 0.12, 0.09, 0.07, 0.12, 0.1, 0.04];
  const headers = [
    'No',
    'Nama Lengkap',
    'NIK',
    'Jenis Kelamin',
    'Tempat Lahir',
    'Tanggal Lahir',
    'Agama',
    'Pendidikan',
    'Jenis Pekerjaan',
    'Gol. Darah',
  ];
  drawTable(
    pen,
    headers.map((header, index) => ({ header, width: pen.width * shares[index]! })),
    data.members.map((member, index) => [
      `${index + 1}`,
      member.name.toUpperCase(),
      member.nik,
      member.sex,
      member.birthplace.toUpperCase(),
      member.born,
      member.religion.toUpperCase(),
      member.education.toUpperCase(),
      member.job.toUpperCase(),
      member.blood,
    ]),
    look,
  );
}

function drawSecondTable(pen: Pen, data: FamilyCardData): void {
  const shares = [0.035, 0.13, 0.11, 0.125, 0.1, 0.1, 0.1, 0.15, 0.15];
  const headers = [
    'No',
    'Status Perkawinan',
    'Tanggal Perkawinan',
    'Status Hubungan dalam Keluarga',
    'Kewarganegaraan',
    'No. Paspor',
    'No. KITAP',
    'Ayah',
    'Ibu',
  ];
  drawTable(
    pen,
    headers.map((header, index) => ({ header, width: pen.width * shares[index]! })),
    data.members.map((member, index) => [
      `${index + 1}`,
      member.marital.toUpperCase(),
      member.married,
      member.relation.toUpperCase(),
      'WNI',
      '-',
      '-',
      member.father.toUpperCase(),
      member.mother.toUpperCase(),
    ]),
    look,
  );
}

function drawFoot(pen: Pen, data: FamilyCardData): void {
  pen.size = 9;
  pen.space(14);
  const top = Math.min(pen.y, pen.bottom - 128);
  pen.textAt(`Dikeluarkan tanggal: ${data.issued}`, pen.left, top + 10, { size: 8.5 });
  pen.textAt('KEPALA KELUARGA', pen.left + pen.width * 0.42, top + 10, {
    size: 9,
    align: 'center',
  });
  pen.textAt(data.head.toUpperCase(), pen.left + pen.width * 0.42, top + 96, {
    size: 9,
    align: 'center',
    underline: true,
  });
  pen.y = top;
  drawSigning(pen, {
    x: pen.right - 250,
    width: 250,
    lines: [`${data.place}, ${data.issued}`],
    signer: data.signer,
    align: 'center',
  });
}
