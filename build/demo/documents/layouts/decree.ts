import { type Particular, drawParticulars } from '#build/demo/documents/grid.ts';
import { type Letterhead, drawLetterhead } from '#build/demo/documents/letterhead.ts';
import type { Pen } from '#build/demo/documents/pen.ts';
import { type Signer, drawSigning, signingHeight } from '#build/demo/documents/signing.ts';

/** One numbered part of what a decree orders: particulars of a person, a sentence, or both. */
export interface Dictum {
  readonly label: string;
  readonly particulars?: readonly Particular[];
  readonly text?: string;
}

/** A page that belongs to a decree: the list of those concerned, or of a committee. */
export interface DecreeAnnex {
  readonly title: string;
  readonly particulars: readonly Particular[];
}

/** A decree (surat keputusan), as a whole or as a certified excerpt (domain.md 6.2). */
export interface DecreeData {
  readonly head: Letterhead;
  readonly excerpt: boolean;
  readonly authority: string;
  readonly number: string;
  readonly subject: string;
  readonly considering: readonly string[];
  readonly recalling: readonly string[];
  readonly noting: readonly string[];
  readonly dicta: readonly Dictum[];
  readonly place: string;
  /** Date as printed. */
  readonly date: string;
  readonly signer: Signer;
  /** Who certifies the excerpt; used only when `excerpt`. */
  readonly certifier: Signer;
  readonly copies: readonly string[];
  readonly annex?: DecreeAnnex;
}

/** Draws a decree: head, title, grounds, MEMUTUSKAN, dicta, signatures, copies, annex. */
export function drawDecree(pen: Pen, data: DecreeData): void {
  drawLetterhead(pen, data.head);
  drawTitle(pen, data);
  drawGrounds(pen, 'Menimbang', data.considering, 'letters');
  drawGrounds(pen, 'Mengingat', data.recalling, 'numbers');
  if (data.noting.length > 0) drawGrounds(pen, 'Memperhatikan', data.noting, 'numbers');
  pen.space(5);
  pen.center('M E M U T U S K A N :', { bold: true });
  pen.space(3);
  pen.textAt('Menetapkan', pen.left, pen.y + pen.size * 0.92, {});
  pen.textAt(':', pen.left + 84, pen.y + pen.size * 0.92, {});
  pen.space(pen.size * 1.25);
  for (const dictum of data.dicta) drawDictum(pen, dictum);
  drawEnd(pen, data);
  if (data.annex) drawAnnex(pen, data, data.annex);
}

function drawTitle(pen: Pen, data: DecreeData): void {
  const title = { bold: true, size: pen.size + 0.5 };
  if (data.excerpt) pen.center('P E T I K A N', { ...title, underline: false });
  pen.center(`KEPUTUSAN ${data.authority}`, title);
  pen.center(`NOMOR : ${data.number}`, title);
  pen.space(3);
  pen.center('TENTANG', title);
  pen.center(data.subject, title);
  pen.space(3);
  pen.center('DENGAN RAHMAT TUHAN YANG MAHA ESA', title);
  pen.center(`${data.authority},`, title);
  pen.space(6);
}

function drawGrounds(
  pen: Pen,
  label: string,
  items: readonly string[],
  marks: 'letters' | 'numbers',
): void {
  const x = pen.left + 92;
  pen.ensure(pen.size * 1.3);
  pen.textAt(label, pen.left, pen.y + pen.size * 0.92, {});
  pen.textAt(':', pen.left + 84, pen.y + pen.size * 0.92, {});
  for (const [index, item] of items.entries()) {
    if (items.length === 1) {
      pen.paragraph(item, { x, align: 'justify' });
      continue;
    }
    pen.ensure(pen.size * 1.3);
    const mark = marks === 'letters' ? `${'abcdefgh'.charAt(index)}.` : `${index + 1}.`;
    pen.textAt(mark, x, pen.y + pen.size * 0.92, {});
    pen.paragraph(item, { x: x + 16, align: 'justify' });
  }
  pen.space(2.5);
}

function drawDictum(pen: Pen, dictum: Dictum): void {
  const x = pen.left + 92;
  pen.ensure(pen.size * 2.6);
  pen.textAt(dictum.label, pen.left, pen.y + pen.size * 0.92, {});
  pen.textAt(':', pen.left + 84, pen.y + pen.size * 0.92, {});
  if (dictum.particulars) {
    drawParticulars(pen, dictum.particulars, { x, labelWidth: 132, numbered: true });
    pen.space(2);
  }
  if (dictum.text) pen.paragraph(dictum.text, { x, align: 'justify' });
  pen.space(3);
}

function drawEnd(pen: Pen, data: DecreeData): void {
  const copiesHeight = data.copies.length > 0 ? (data.copies.length + 1) * 10.5 + 6 : 0;
  pen.ensure(signingHeight + Math.min(copiesHeight, 20));
  pen.space(6);
  const top = pen.y;
  drawSigning(pen, {
    x: pen.left + pen.width * 0.52,
    width: pen.width * 0.48,
    lines: [`Ditetapkan di ${data.place}`, `pada tanggal ${data.date}`],
    signer: data.signer,
    asCopy: data.excerpt,
  });
  let end = pen.y;
  if (data.excerpt) {
    pen.y = top + 14;
    drawSigning(pen, {
      x: pen.left,
      width: pen.width * 0.47,
      lines: ['Untuk petikan yang sah,'],
      signer: data.certifier,
    });
    end = Math.max(end, pen.y);
  }
  pen.y = end + 6;
  if (data.copies.length === 0) return;
  pen.ensure(copiesHeight);
  const small = { size: 8.5 };
  pen.paragraph('Tembusan disampaikan kepada Yth.:', { ...small, underline: true });
  for (const [index, copy] of data.copies.entries()) {
    const ending = index === data.copies.length - 1 ? '.' : ';';
    pen.paragraph(`${index + 1}. ${copy}${ending}`, small);
  }
}

function drawAnnex(pen: Pen, data: DecreeData, annex: DecreeAnnex): void {
  pen.newPage();
  const x = pen.left + pen.width * 0.42;
  pen.paragraph(`LAMPIRAN KEPUTUSAN ${data.authority}`, { x });
  pen.paragraph(`NOMOR : ${data.number}`, { x });
  pen.paragraph(`TANGGAL : ${data.date}`, { x });
  pen.space(16);
  pen.center(annex.title, { bold: true });
  pen.space(12);
  drawParticulars(pen, annex.particulars, { labelWidth: 170, numbered: true, gap: 3 });
  pen.space(20);
  pen.ensure(signingHeight);
  drawSigning(pen, {
    x: pen.left + pen.width * 0.52,
    width: pen.width * 0.48,
    lines: [],
    signer: data.signer,
  });
}
