/** Folder of the bundle with Tesseract's worker, cores and model (absolute, trailing slash); the build puts them there. */
export function tesseractUrl(): string {
  return new URL(`${import.meta.env.BASE_URL}tesseract/`, globalThis.location.href).href;
}
