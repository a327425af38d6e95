// Long enough for the slowest dialog that asks where to put it.
const keepMs = 600_000;

/** Offers bytes as a file: the browser, or Electron, asks the person where to put it or puts it with the downloads. */
export function offerFile(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), keepMs);
}
