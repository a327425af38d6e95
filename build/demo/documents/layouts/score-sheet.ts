import { drawTable } from '#build/demo/documents/grid.ts';
import type { Party } from '#build/demo/documents/layouts/evaluation.ts';
import type { Pen } from '#build/demo/documents/pen.ts';
import { type Signer, drawSigning, signingHeight } from '#build/demo/documents/signing.ts';

/** An older assessment: DP3 up to 2013, SKP of 2014 to 2021 (domain.md 6.3): elements with figure and word. */
export interface ScoreSheetData {
  readonly title: string;
  readonly subtitle: string;
  readonly instansi: string;
  readonly period: string;
  readonly employee: Party;
  readonly assessor: Party;
  readonly superior: Party;
  readonly rows: readonly (readonly [element: string, figure: string, word: string])[];
  readonly totals: readonly (readonly [label: string, figure: string, word: string])[];
  readonly place: string;
  readonly date: string;
  readonly signer: Signer;
  readonly superiorSigner: Signer;
}

/** Draws the sheet: three parties, the elements, totals, signatures of both assessors. */
export function drawScoreSheet(pen: Pen, data: ScoreSheetData): void {
  pen.center(data.title, { bold: true, size: 13 });
  pen.center(data.subtitle, { bold: true });
  pen.space(8);
  pen.paragraph(data.instansi, { size: 10 });
  pen.paragraph(`Jangka waktu penilaian: ${data.period}`, { size: 10 });
  pen.space(4);
  for (const [heading, party] of [
    ['YANG DINILAI', data.employee],
    ['PEJABAT PENILAI', data.assessor],
    ['ATASAN PEJABAT PENILAI', data.superior],
  ] as const) {
    drawParty(pen, heading, party);
  }
  pen.space(6);
  drawScores(pen, data);
  pen.ensure(signingHeight);
  pen.space(12);
  const top = pen.y;
  const width = pen.width * 0.46;
  drawSigning(pen, { x: pen.left, width, lines: [''], signer: data.superiorSigner });
  pen.y = top;
  drawSigning(pen, {
    x: pen.right - width,
    width,
    lines: [`${data.place}, ${data.date}`],
    signer: data.signer,
  });
}

function drawParty(pen: Pen, heading: string, party: Party): void {
  drawTable(pen, [{ header: heading, width: pen.width }], [], { size: 9.5, padding: 2 });
  const rows = [
    ['a. Nama', party.name],
    ['b. NIP', party.nip],
    ['c. Pangkat, golongan ruang', party.rank],
    ['d. Jabatan/pekerjaan', party.post],
    ['e. Unit organisasi', party.unit],
  ];
  drawTable(
    pen,
    [
      { header: '', width: pen.width * 0.34 },
      { header: '', width: pen.width * 0.66 },
    ],
    rows,
    { size: 9.5, headless: true, padding: 2 },
  );
}

function drawScores(pen: Pen, data: ScoreSheetData): void {
  const columns = [
    { header: 'UNSUR YANG DINILAI', width: pen.width * 0.5 },
    { header: 'ANGKA', width: pen.width * 0.2, align: 'center' as const },
    { header: 'SEBUTAN', width: pen.width * 0.3, align: 'center' as const },
  ];
  drawTable(
    pen,
    columns,
    data.rows.map(([element, figure, word], index) => [`${index + 1}. ${element}`, figure, word]),
    { size: 10 },
  );
  drawTable(pen, columns, data.totals, { size: 10, headless: true, bold: true });
}
