import { drawEagle, drawFrame, drawPhoto, drawShield } from '#build/demo/documents/ornaments.ts';
import type { Pen } from '#build/demo/documents/pen.ts';
import { type Signer, drawSigning } from '#build/demo/documents/signing.ts';

/** A diploma (ijazah) of a school or university, landscape (domain.md 6.3). */
export interface DiplomaData {
  readonly kind: 'school' | 'university';
  readonly institution: string;
  readonly ministry: string;
  readonly number: string;
  readonly name: string;
  readonly birth: string;
  /** NIM, or NISN of a school. */
  readonly studentNumber: string;
  readonly parent: string;
  readonly programme: string;
  /** Degree with its abbreviation; empty for a school. */
  readonly degree: string;
  readonly graduated: string;
  readonly place: string;
  readonly signer: Signer;
  /** Dean; absent for a school. */
  readonly secondSigner?: Signer;
}

/** Draws a diploma: framed, number above (university) or below (school), portrait, seals. */
export function drawDiploma(pen: Pen, data: DiplomaData): void {
  drawFrame(pen, 22, pen.random.pick(['#7a6226', '#2f5a7c', '#3c6b3c']));
  pen.margins = { left: 62, right: 62, top: 46, bottom: 46 };
  pen.y = pen.margins.top;
  if (data.kind === 'university') drawShield(pen.ctx, pen.left + 8, pen.y + 4, 62, '#2b4f80');
  else drawEagle(pen.ctx, pen.sheet.width / 2, pen.y, 50, '#6a5a2a');
  if (data.kind === 'school') pen.space(56);
  else
    pen.textAt(`Nomor Ijazah: ${data.number}`, pen.right, pen.y + 8, { size: 10, align: 'right' });
  pen.center(data.ministry, { size: 11, bold: true });
  pen.center(data.institution.toUpperCase(), { size: 18, bold: true });
  pen.space(4);
  pen.center('I J A Z A H', { size: 24, bold: true });
  if (data.kind === 'school') pen.center(data.programme.toUpperCase(), { size: 11, bold: true });
  pen.space(8);
  pen.center('dengan ini menyatakan bahwa', { size: 12 });
  pen.space(4);
  pen.center(data.name.toUpperCase(), { size: 17, bold: true });
  pen.space(6);
  const middle = { size: 12, leading: 1.35 };
  pen.center(`lahir di ${data.birth}`, middle);
  if (data.kind === 'university') drawUniversityText(pen, data);
  else drawSchoolText(pen, data);
  drawSignatures(pen, data);
}

function drawUniversityText(pen: Pen, data: DiplomaData): void {
  const middle = { size: 12, leading: 1.35 };
  pen.center(`Nomor Induk Mahasiswa ${data.studentNumber}`, middle);
  pen.center(
    `telah menyelesaikan dengan baik dan memenuhi segala syarat pendidikan pada Program Studi ${data.programme}, lulus pada tanggal ${data.graduated}. Oleh sebab itu kepadanya diberikan gelar`,
    { ...middle, x: pen.left + 70, width: pen.width - 140 },
  );
  pen.space(4);
  pen.center(data.degree, { size: 15, bold: true });
  pen.center('beserta segala hak dan kewajiban yang melekat pada gelar tersebut.', middle);
}

function drawSchoolText(pen: Pen, data: DiplomaData): void {
  const middle = { size: 12, leading: 1.35 };
  pen.center(
    `nama orang tua/wali ${data.parent}, nomor induk siswa nasional ${data.studentNumber}`,
    middle,
  );
  pen.space(4);
  pen.center('L U L U S', { size: 16, bold: true });
  pen.center(
    `dari satuan pendidikan ${data.institution} pada tanggal ${data.graduated}, setelah memenuhi seluruh kriteria sesuai dengan peraturan perundang-undangan.`,
    { ...middle, x: pen.left + 70, width: pen.width - 140 },
  );
}

function drawSignatures(pen: Pen, data: DiplomaData): void {
  pen.size = 11;
  pen.margins = { ...pen.margins, bottom: 20 };
  const top = Math.max(pen.y + 12, pen.sheet.height - 190);
  drawPhoto(pen, pen.sheet.width / 2 - 30, top + 18, 60, 80);
  pen.y = top;
  if (data.secondSigner) {
    pen.space(13);
    drawSigning(pen, { x: pen.left + 20, width: 230, lines: [], signer: data.secondSigner });
  }
  pen.y = top;
  drawSigning(pen, {
    x: pen.right - 250,
    width: 250,
    lines: [`${data.place}, ${data.graduated}`],
    signer: data.signer,
  });
  if (data.kind === 'school') {
    pen.textAt(data.number, pen.left + 10, pen.sheet.height - 44, {
      size: 13,
      bold: true,
      typeface: 'sans',
    });
  }
}
