import { drawParticulars, drawTable, type Particular } from '#build/demo/documents/grid.ts';
import { drawEagle, drawFrame, drawPhoto, drawShield } from '#build/demo/documents/ornaments.ts';
import type { Pen } from '#build/demo/documents/pen.ts';
import { type Signer, drawSigning } from '#build/demo/documents/signing.ts';

/** The back of a certificate: what was taught, with hours. */
interface Agenda {
  readonly title: string;
  readonly rows: readonly (readonly [subject: string, hours: string])[];
  readonly total: string;
}

/** A certificate: STTPL of a training, certificate of a course, or the charter of an honour (domain.md 6.3). */
export interface CertificateData {
  readonly emblem: 'garuda' | 'daerah';
  readonly issuer: readonly string[];
  readonly title: string;
  readonly number: string;
  /** Before the name: "Diberikan kepada". */
  readonly opening: string;
  /** Name in large letters; empty where the particulars carry it. */
  readonly name: string;
  readonly particulars: readonly Particular[];
  /** In large letters: "TELAH MENGIKUTI"; may be empty. */
  readonly verdict: string;
  readonly text: string;
  readonly photo: boolean;
  readonly place: string;
  readonly date: string;
  readonly signer: Signer;
  readonly agenda?: Agenda;
}

/** Draws a certificate and, where it has one, the agenda on its second page. */
export function drawCertificate(pen: Pen, data: CertificateData): void {
  drawFrame(pen, 24, pen.random.pick(['#8a6d1f', '#24527a', '#7a2f2f', '#2f6b4f']));
  pen.margins = { left: 72, right: 72, top: 48, bottom: 48 };
  pen.y = pen.margins.top;
  const middle = pen.sheet.width / 2;
  if (data.emblem === 'garuda') drawEagle(pen.ctx, middle, pen.y, 58, '#6a5a2a');
  else drawShield(pen.ctx, middle - 22, pen.y, 54, '#24527a');
  pen.space(63);
  for (const line of data.issuer) pen.center(line, { size: 12, bold: true });
  pen.space(5);
  pen.center(data.title, { size: 19, bold: true });
  pen.center(`Nomor: ${data.number}`, { size: 11 });
  pen.space(6);
  if (data.opening) pen.center(data.opening, { size: 12 });
  if (data.name) pen.center(data.name, { size: 17, bold: true, leading: 1.3 });
  if (data.particulars.length > 0) {
    pen.space(3);
    drawParticulars(pen, data.particulars, { x: pen.left + 110, labelWidth: 150, size: 11.5 });
  }
  pen.space(5);
  if (data.verdict) pen.center(data.verdict, { size: 14, bold: true, leading: 1.35 });
  pen.center(data.text, { size: 12, x: pen.left + 34, width: pen.width - 68, leading: 1.28 });
  drawFoot(pen, data);
  if (data.agenda) drawAgenda(pen, data, data.agenda);
}

function drawFoot(pen: Pen, data: CertificateData): void {
  pen.size = 11;
  pen.margins = { ...pen.margins, bottom: 20 };
  const lowest = pen.sheet.height - 176;
  const top = Math.min(Math.max(pen.y + 8, pen.sheet.height - 206), lowest);
  if (data.photo) drawPhoto(pen, pen.left + 56, top + 22, 64, 86);
  pen.y = top;
  drawSigning(pen, {
    x: pen.right - 290,
    width: 290,
    lines: [`${data.place}, ${data.date}`],
    signer: data.signer,
    align: 'center',
  });
}

function drawAgenda(pen: Pen, data: CertificateData, agenda: Agenda): void {
  pen.newPage();
  pen.center(agenda.title, { bold: true, size: 13 });
  pen.center(`Lampiran Sertifikat Nomor: ${data.number}`, { size: 10.5 });
  pen.space(12);
  const x = pen.left + 60;
  const width = pen.width - 120;
  drawTable(
    pen,
    [
      { header: 'No.', width: 36, align: 'center' },
      { header: 'Mata Pelatihan', width: width - 126 },
      { header: 'Jam Pelajaran', width: 90, align: 'center' },
    ],
    [
      ...agenda.rows.map(([subject, hours], index) => [`${index + 1}`, subject, hours]),
      ['', 'Jumlah', agenda.total],
    ],
    { x, size: 11, padding: 4 },
  );
  pen.space(18);
  drawSigning(pen, {
    x: pen.right - 290,
    width: 290,
    lines: [`${data.place}, ${data.date}`],
    signer: data.signer,
    align: 'center',
  });
}
