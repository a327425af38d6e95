/** Answer of the process: the pages; 0: it can be opened by nobody who has no password; null: not known. */
export type PageCount = number | null;

// What pdf.js takes from newer runtimes, and what it would only draw with: nothing is drawn here.
if (!('withResolvers' in Promise)) Object.assign(Promise, { withResolvers });
for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) {
  if (!(name in globalThis)) Object.assign(globalThis, { [name]: Object });
}
const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');

process.on('message', (bytes: Uint8Array) => {
  void countPages(bytes).then((count) => process.send?.(count));
});

// Whatever it is, the first message says that the next one is an answer.
process.send?.(0);

async function countPages(data: Uint8Array): Promise<PageCount> {
  const task = getDocument({
    // A copy of its own: pdf.js refuses a Buffer.
    data: new Uint8Array(data),
    verbosity: VerbosityLevel.ERRORS,
    enableXfa: false,
    useSystemFonts: false,
    disableFontFace: true,
  });
  try {
    const { numPages } = await task.promise;
    return numPages;
  } catch (error) {
    return isUnopenable(error) ? 0 : null;
  } finally {
    await task.destroy();
  }
}

/** No PDF, or one with a password: the viewer, which is the same program, shows no page of it to anybody. */
function isUnopenable(error: unknown): boolean {
  const names = ['InvalidPDFException', 'PasswordException'];
  return error instanceof Error && names.includes(error.name);
}

function withResolvers<T>() {
  let resolve: ((value: T) => void) | undefined;
  let reject: ((reason: unknown) => void) | undefined;
  const promise = new Promise<T>((onDone, onFailure) => {
    resolve = onDone;
    reject = onFailure;
  });
  return { promise, resolve, reject };
}
