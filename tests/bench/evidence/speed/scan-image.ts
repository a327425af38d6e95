/** The largest JPEG picture inside a PDF, as it lies there; null where it has none (a scan of one bit a point). */
export function scanImage(pdf: Buffer): Buffer | null {
  let largest: Buffer | null = null;
  let from = 0;
  for (;;) {
    const filter = pdf.indexOf('/DCTDecode', from);
    if (filter < 0) return largest;
    const begin = pdf.indexOf('stream', filter);
    const end = begin < 0 ? -1 : pdf.indexOf('endstream', begin);
    if (end < 0) return largest;
    const first = pdf.indexOf(Buffer.from([0xff, 0xd8]), begin);
    const picture = pdf.subarray(first, end);
    if (first > 0 && first < end && picture.length > (largest?.length ?? 0)) largest = picture;
    from = end;
  }
}
