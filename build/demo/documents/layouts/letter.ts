import { type Particular, drawParticulars } from '#build/demo/documents/grid.ts';
import { type Letterhead, drawLetterhead } from '#build/demo/documents/letterhead.ts';
import type { Pen } from '#build/demo/documents/pen.ts';
import { type Signer, drawSigning, signingHeight } from '#build/demo/documents/signing.ts';

/** A piece of a letter: a sentence or a block of particulars. */
type LetterPart =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'particulars';
      readonly items: readonly Particular[];
      readonly numbered?: boolean;
    };

/** An official letter or statement: SPMT, surat pelantikan, pertek, surat keterangan (domain.md 6.3, F7). */
export interface LetterData {
  readonly head: Letterhead;
  readonly title: string;
  readonly number: string;
  readonly parts: readonly LetterPart[];
  readonly place: string;
  readonly date: string;
  readonly signer: Signer;
  readonly copies: readonly string[];
}

/** Draws a letter: head, underlined title with number, its parts, signature on the right, copies. */
export function drawLetter(pen: Pen, data: LetterData): void {
  drawLetterhead(pen, data.head);
  pen.space(6);
  pen.center(data.title, { bold: true, size: pen.size + 1.5, underline: true });
  pen.space(2);
  pen.center(`NOMOR : ${data.number}`);
  pen.space(18);
  for (const part of data.parts) {
    if (part.kind === 'text') pen.paragraph(part.text, { align: 'justify', leading: 1.4 });
    else {
      drawParticulars(pen, part.items, {
        x: pen.left + 26,
        labelWidth: 150,
        gap: 2.5,
        numbered: part.numbered ?? false,
      });
    }
    pen.space(9);
  }
  pen.ensure(signingHeight);
  pen.space(10);
  drawSigning(pen, {
    x: pen.left + pen.width * 0.52,
    width: pen.width * 0.48,
    lines: [`${data.place}, ${data.date}`],
    signer: data.signer,
  });
  if (data.copies.length === 0) return;
  pen.space(22);
  pen.paragraph('Tembusan:', { size: 9, underline: true });
  for (const [index, copy] of data.copies.entries()) {
    pen.paragraph(`${index + 1}. ${copy}`, { size: 9 });
  }
}
