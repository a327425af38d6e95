/** A picture as its own dictionary in the file describes it, before anything of the file is decoded. */
export interface EmbeddedImage {
  readonly pixels: number;
  /** One bit a pixel: black and white, or a stencil. */
  readonly bilevel: boolean;
}

/** Longest dictionary of a picture that is looked at, in bytes. */
const longest = 4096;

/**
 * The pictures of a PDF, found by their dictionaries in the file: they are always written in the clear, other than what
 * is in them. Sizes that stand elsewhere are not found.
 */
export function embeddedImages(bytes: Uint8Array): readonly EmbeddedImage[] {
  const file = new TextDecoder('latin1').decode(bytes);
  const images: EmbeddedImage[] = [];
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.startsWith('end', at - 3)) continue;
    const from = file.lastIndexOf(' obj', at);
    if (from < 0 || at - from > longest) continue;
    const image = imageIn(file.slice(from, at));
    if (image) images.push(image);
  }
  return images;
}

function imageIn(dictionary: string): EmbeddedImage | null {
  if (!/\/Subtype\s*\/Image\b/.test(dictionary)) return null;
  const number = (key: string): number =>
    Number(new RegExp(String.raw`/${key}\s+(\d+)(?!\s+\d+\s+R)\b`).exec(dictionary)?.[1] ?? 0);
  const pixels = number('Width') * number('Height');
  const isStencil = /\/ImageMask\s+true\b/.test(dictionary);
  // What the codec says of itself counts there, not the dictionary.
  const isOwnCodec = /\/JPXDecode\b/.test(dictionary);
  return { pixels, bilevel: !isOwnCodec && (isStencil || number('BitsPerComponent') === 1) };
}

/** The most pixels that a picture of a file may have. */
export interface ImageLimits {
  readonly imagePixels: number;
  /** For black and white: an eighth of a byte each, they are shown and read without ever being unpacked as a whole. */
  readonly bilevelPixels: number;
}

/** How the pictures of a file are to be decoded. */
export interface ImagePlan {
  readonly mostPixels: number;
  /** Left packed, and shrunk while they are drawn: unpacked they would take more memory than the program may. */
  readonly isPacked: boolean;
  /** Some are larger than that: the program leaves their pages out, and says so. */
  readonly leavesOut: boolean;
}

/** Decides by the sizes of a file's pictures. */
export function planImages(
  images: readonly EmbeddedImage[],
  { imagePixels, bilevelPixels }: ImageLimits,
): ImagePlan {
  const large = images.filter(({ pixels }) => pixels > imagePixels);
  const isPacked =
    large.length > 0 && large.every(({ bilevel, pixels }) => bilevel && pixels <= bilevelPixels);
  return {
    mostPixels: isPacked ? bilevelPixels : imagePixels,
    isPacked,
    leavesOut: large.length > 0 && !isPacked,
  };
}
