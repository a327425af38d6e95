import { createWorker } from 'tesseract.js';

/**
 * How a picture is laid out: a whole page (Tesseract's own default loses ruled tables), print here and there, wherever it
 * can be found, or one block of text.
 */
export const modes = { halaman: '3', tersebar: '11', blok: '6' } as const;

/** A running Tesseract. Its promises may stay open for ever: whoever waits sets a limit. */
export interface Tesseract {
  /** Reads a picture file; `table` is Tesseract's TSV, `confidence` the mean of all words (0 to 100). */
  recognise(
    file: Uint8Array,
    looking: { readonly mode: (typeof modes)[keyof typeof modes]; readonly dpi: number },
  ): Promise<{ readonly table: string; readonly confidence: number }>;
  /** Ends its worker at once, whatever it does. */
  end(): void;
}

/** Where its files are and how its worker's address is made one that may be started. */
export interface TesseractPlace {
  /** Folder with a slash at its end. */
  readonly folder: string;
  readonly trusted: (url: string) => string;
}

/** Starts Tesseract in a worker of its own, with the Indonesian model of the bundle. */
export async function startTesseract({ folder, trusted }: TesseractPlace): Promise<Tesseract> {
  const worker = await createWorker('ind', 1, {
    workerPath: trusted(`${folder}boot.js`),
    workerBlobURL: false,
    langPath: folder.replace(/\/$/u, ''),
    // The model comes with the application: no second copy in the browser's database.
    cacheMethod: 'none',
    // Each call's own promise says it.
    errorHandler: () => undefined,
  });
  return {
    async recognise(file, { mode, dpi }) {
      const options = {
        tessedit_pageseg_mode: mode,
        user_defined_dpi: String(Math.round(dpi)),
      };
      // Bytes are taken as they are; the library's types know them only by the name that Node gives them.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      const image = file as unknown as Blob;
      const { data } = await worker.recognize(image, options as object, { text: false, tsv: true });
      return { table: data.tsv ?? '', confidence: data.confidence };
    },
    end: () => {
      worker.terminate().catch(() => undefined);
    },
  };
}
