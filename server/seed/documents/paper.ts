import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { makeRandom } from '#server/seed/random.ts';

/** How many different papers there are. */
export const paperCount = 4;

const sheets = new Map<string, Canvas>();
const tints = [
  [246, 246, 244],
  [250, 249, 243],
  [238, 238, 239],
  [243, 240, 231],
] as const;

/** A scanned sheet without text in that size (pixels): tint, grain, specks, the dark edge of the lid. Kept once made. */
export function sheetOfPaper(paper: number, width: number, height: number): Canvas {
  return kept(`kertas ${paper} ${width} ${height}`, () => {
    const canvas = createCanvas(width, height);
    const ctx = canvas.getContext('2d');
    const random = makeRandom('kertas', paper, width, height);
    const image = ctx.createImageData(width, height);
    const [red, green, blue] = tints[paper % tints.length]!;
    for (let at = 0; at < image.data.length; at += 4) {
      const grain = (random.fraction() + random.fraction() - 1) * 5;
      image.data[at] = red + grain;
      image.data[at + 1] = green + grain;
      image.data[at + 2] = blue + grain;
      image.data[at + 3] = 255;
    }
    ctx.putImageData(image, 0, 0);
    ctx.fillStyle = 'rgba(60, 60, 64, 0.35)';
    for (let speck = 0; speck < 40; speck += 1) {
      const size = random.fraction() * 1.6;
      ctx.fillRect(random.whole(0, width), random.whole(0, height), size, size);
    }
    const edge = ctx.createLinearGradient(0, 0, 14, 0);
    edge.addColorStop(0, 'rgba(70, 70, 74, 0.4)');
    edge.addColorStop(1, 'rgba(70, 70, 74, 0)');
    ctx.fillStyle = edge;
    ctx.fillRect(0, 0, 14, height);
    return canvas;
  });
}

/** Uneven light to lay over a page: dark towards one corner. Kept once made. */
export function shadeOf(width: number, height: number): Canvas {
  return kept(`cahaya ${width} ${height}`, () => {
    const canvas = createCanvas(width, height);
    const ctx = canvas.getContext('2d');
    const light = ctx.createLinearGradient(0, 0, width, height);
    light.addColorStop(0, '#ffffff');
    light.addColorStop(0.55, '#ececea');
    light.addColorStop(1, '#b4b2ae');
    ctx.fillStyle = light;
    ctx.fillRect(0, 0, width, height);
    return canvas;
  });
}

function kept(key: string, make: () => Canvas): Canvas {
  const found = sheets.get(key) ?? make();
  sheets.set(key, found);
  return found;
}
