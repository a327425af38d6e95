import { drawTable } from '#build/demo/documents/grid.ts';
import type { Pen } from '#build/demo/documents/pen.ts';
import { type Signer, drawSigning, signingHeight } from '#build/demo/documents/signing.ts';

/** Somebody in a performance form: employee or assessor. */
export interface Party {
  readonly name: string;
  readonly nip: string;
  readonly rank: string;
  readonly post: string;
  readonly unit: string;
}

/** A performance evaluation since 2022 (domain.md 6.3): two parties, results, behaviour, predicate. */
export interface EvaluationData {
  readonly instansi: string;
  readonly period: string;
  readonly approach: string;
  readonly employee: Party;
  readonly assessor: Party;
  readonly organisation: string;
  readonly results: readonly (readonly [
    plan: string,
    indicator: string,
    target: string,
    realised: string,
  ])[];
  readonly resultRating: string;
  readonly behaviours: readonly (readonly [name: string, feedback: string])[];
  readonly behaviourRating: string;
  readonly predicate: string;
  readonly place: string;
  readonly date: string;
  readonly signer: Signer;
  readonly employeeSigner: Signer;
}

/** Draws the form: parties and results on the first page, behaviour, predicate and signatures on the second. */
export function drawEvaluation(pen: Pen, data: EvaluationData): void {
  pen.margins = { left: 42, right: 42, top: 38, bottom: 36 };
  pen.y = pen.margins.top;
  pen.center('EVALUASI KINERJA PEGAWAI', { bold: true, size: 13 });
  pen.center(`PENDEKATAN HASIL KERJA ${data.approach}`, { bold: true });
  pen.center(`PERIODE: ${data.period}`, { bold: true });
  pen.space(6);
  pen.textAt(data.instansi, pen.left, pen.y + 9, { size: 9.5 });
  pen.textAt(`PERIODE PENILAIAN: ${data.period}`, pen.right, pen.y + 9, {
    size: 9.5,
    align: 'right',
  });
  pen.space(15);
  drawParties(pen, data);
  pen.space(8);
  drawResults(pen, data);
  pen.newPage();
  drawBehaviour(pen, data);
  drawSignatures(pen, data);
}

function drawParties(pen: Pen, { employee, assessor }: EvaluationData): void {
  const half = pen.width / 2;
  const columns = [26, 96, half - 122, 26, 96, half - 122];
  drawTable(
    pen,
    [
      { header: 'NO.', width: columns[0]! },
      { header: 'PEGAWAI YANG DINILAI', width: columns[1]! + columns[2]! },
      { header: 'NO.', width: columns[3]! },
      { header: 'PEJABAT PENILAI KINERJA', width: columns[4]! + columns[5]! },
    ],
    [],
    { size: 9.5 },
  );
  const rows = (
    [
      ['NAMA', 'name'],
      ['NIP', 'nip'],
      ['PANGKAT/GOL RUANG', 'rank'],
      ['JABATAN', 'post'],
      ['UNIT KERJA/INSTANSI', 'unit'],
    ] as const
  ).map(([label, key], index) => [
    `${index + 1}.`,
    label,
    employee[key],
    `${index + 1}.`,
    label,
    assessor[key],
  ]);
  drawTable(
    pen,
    columns.map((width) => ({ header: '', width })),
    rows,
    { size: 9, headless: true },
  );
}

function drawResults(pen: Pen, data: EvaluationData): void {
  const band = { size: 9.5, boldHeader: true };
  drawTable(
    pen,
    [{ header: 'CAPAIAN KINERJA ORGANISASI', width: pen.width }],
    [[data.organisation]],
    band,
  );
  drawTable(pen, [{ header: 'HASIL KERJA', width: pen.width }], [], band);
  const share = (part: number): number => (pen.width - 26) * part;
  drawTable(
    pen,
    [
      { header: 'NO.', width: 26, align: 'center' },
      { header: 'RENCANA HASIL KERJA', width: share(0.36) },
      { header: 'INDIKATOR', width: share(0.26) },
      { header: 'TARGET', width: share(0.16) },
      { header: 'REALISASI BERDASARKAN BUKTI DUKUNG', width: share(0.22) },
    ],
    data.results.map((row, index) => [`${index + 1}.`, ...row]),
    { size: 9 },
  );
  drawRating(pen, 'RATING HASIL KERJA', data.resultRating);
}

function drawBehaviour(pen: Pen, data: EvaluationData): void {
  const rest = pen.width - 26;
  drawTable(pen, [{ header: 'PERILAKU KERJA', width: pen.width }], [], { size: 9.5 });
  drawTable(
    pen,
    [
      { header: 'NO.', width: 26, align: 'center' },
      { header: 'ASPEK', width: rest * 0.4 },
      { header: 'UMPAN BALIK BERKELANJUTAN', width: rest * 0.6 },
    ],
    data.behaviours.map((row, index) => [`${index + 1}.`, ...row]),
    { size: 9 },
  );
  drawRating(pen, 'RATING PERILAKU KERJA', data.behaviourRating);
  drawRating(pen, 'PREDIKAT KINERJA PEGAWAI', data.predicate);
  pen.space(18);
}

function drawRating(pen: Pen, label: string, value: string): void {
  drawTable(
    pen,
    [
      { header: '', width: pen.width * 0.4 },
      { header: '', width: pen.width * 0.6 },
    ],
    [[label, value]],
    { size: 10, headless: true, bold: true, padding: 5 },
  );
}

function drawSignatures(pen: Pen, data: EvaluationData): void {
  pen.ensure(signingHeight);
  const top = pen.y;
  const width = pen.width * 0.4;
  pen.y = top + pen.size * pen.leading;
  drawSigning(pen, {
    x: pen.left + 20,
    width,
    lines: [],
    signer: data.employeeSigner,
    align: 'center',
  });
  pen.y = top;
  drawSigning(pen, {
    x: pen.right - width - 20,
    width,
    lines: [`${data.place}, ${data.date}`],
    signer: data.signer,
    align: 'center',
  });
}
