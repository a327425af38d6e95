import { drawParticulars, drawTable, type Particular } from '#build/demo/documents/grid.ts';
import { type Letterhead, drawLetterhead } from '#build/demo/documents/letterhead.ts';
import type { Pen } from '#build/demo/documents/pen.ts';
import { type Signer, drawSigning, signingHeight } from '#build/demo/documents/signing.ts';

/** A transcript of marks. */
export interface TranscriptData {
  readonly head: Letterhead;
  readonly title: string;
  readonly number: string;
  readonly particulars: readonly Particular[];
  /** Header of the columns after the running number. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly summary: readonly Particular[];
  readonly place: string;
  readonly date: string;
  readonly signer: Signer;
}

/** Draws a transcript: identity, table of marks, total, signature. */
export function drawTranscript(pen: Pen, data: TranscriptData): void {
  drawLetterhead(pen, data.head);
  pen.center(data.title, { bold: true, size: 14 });
  pen.center(`Nomor: ${data.number}`, { size: 10 });
  pen.space(10);
  drawParticulars(pen, data.particulars, { labelWidth: 140, size: 10 });
  pen.space(8);
  const narrow = (pen.width - 30) * 0.14;
  const wide = pen.width - 30 - narrow * (data.columns.length - 1);
  const widest = data.columns.length > 2 ? 1 : 0;
  drawTable(
    pen,
    [
      { header: 'No.', width: 30, align: 'center' },
      ...data.columns.map((header, index) => ({
        header,
        width: index === widest ? wide : narrow,
        align: index === widest ? ('left' as const) : ('center' as const),
      })),
    ],
    data.rows.map((row, index) => [`${index + 1}`, ...row]),
    { size: 9, padding: 2 },
  );
  pen.space(8);
  drawParticulars(pen, data.summary, { labelWidth: 190, size: 10, bold: true });
  pen.ensure(signingHeight);
  pen.space(12);
  drawSigning(pen, {
    x: pen.left + pen.width * 0.55,
    width: pen.width * 0.45,
    lines: [`${data.place}, ${data.date}`],
    signer: data.signer,
  });
}
