/** Folder of the bundle with pdf.js's decoders, character maps, fonts and colour profiles; the build puts them there. */
export function pdfAssetsUrl(): string {
  return new URL(`${import.meta.env.BASE_URL}pdfjs/`, globalThis.location.href).href;
}
