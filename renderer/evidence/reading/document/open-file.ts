import { isDynamicForm } from '#renderer/pdf/dynamic-form.ts';
import type { OpenPdf, OpenPdfResult, PdfFailure } from '#renderer/pdf/open-pdf.ts';
import type { PdfPage } from '#renderer/evidence/reading/document/page-source.ts';
import type { ReadFailure } from '#renderer/evidence/matching/document-reading.ts';
import type { Patience } from '#renderer/evidence/reading/patience.ts';
import { readingLimits } from '#renderer/evidence/reading/reading-limits.ts';
import type { Waited } from '#renderer/evidence/reading/within.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** A document that is opened when it is needed, and anew after something in it hung or broke. */
export class OpenFile {
  readonly #bytes: ArrayBuffer;
  readonly #openPdf: (bytes: ArrayBuffer) => Promise<OpenPdfResult>;
  readonly #patience: Patience;
  #pdf: OpenPdf | null = null;
  #leavesOut = false;

  constructor(
    bytes: ArrayBuffer,
    open: (bytes: ArrayBuffer) => Promise<OpenPdfResult>,
    patience: Patience,
  ) {
    this.#bytes = bytes;
    this.#openPdf = open;
    this.#patience = patience;
  }

  /** How many pages it has, or why it cannot be opened or shows nothing of what it holds. */
  async countPages(): Promise<Result<number, ReadFailure>> {
    const opened = await this.#opened();
    if (!opened.ok) return opened;
    const { document } = opened.value;
    const form = await this.#patience.within(isDynamicForm(document), readingLimits.pdfMs);
    return form.ok && form.value ? fail('formulir_dinamis') : succeed(document.numPages);
  }

  async page(number: number): Promise<Result<PdfPage, Waited>> {
    const opened = await this.#opened();
    if (!opened.ok) return fail(opened.error === 'terlalu_lama' ? 'terlalu_lama' : 'gagal');
    return this.#patience.within(opened.value.document.getPage(number), readingLimits.pdfMs);
  }

  /** Whether a page that shows nothing was left out: some picture of the file is larger than the program takes. */
  get leavesOut(): boolean {
    return this.#leavesOut;
  }

  /** Ends whatever still goes on in it: nothing of it is drawn any more. */
  close(): void {
    this.#pdf?.close();
    this.#pdf = null;
  }

  async #opened(): Promise<Result<OpenPdf, PdfFailure>> {
    if (this.#pdf) return succeed(this.#pdf);
    // What is opened is handed over, and may be needed once more.
    const opened = await this.#openPdf(this.#bytes.slice(0));
    if (!opened.ok) return fail(opened.failure);
    this.#pdf = opened.value;
    this.#leavesOut = opened.value.leavesOut;
    return succeed(opened.value);
  }
}
