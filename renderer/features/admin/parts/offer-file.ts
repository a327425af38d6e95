// Long enough for the slowest dialog that asks where to put it.
const keepMs = 600_000;

/** Offers a file that the server made (base64): the browser, or Electron, asks where to put it or puts it with the downloads. */
export function offerFile(name: string, base64: string, type: string): void {
  offerBlob(
    name,
    new Blob([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], { type }),
  );
}

/** Offers what was put together here in the same way. */
export function offerBlob(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), keepMs);
}
