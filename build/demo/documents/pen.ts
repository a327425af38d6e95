import { type TextLook, type Typeface, cssFont } from '#build/demo/documents/fonts.ts';
import type { PageContext, Sheet, Surface } from '#build/demo/documents/surface.ts';
import type { Random } from '#build/demo/random.ts';

/** How a line or paragraph is set; what is left out is the pen's own. Measures in points. */
export interface TextOptions extends Partial<TextLook> {
  readonly align?: 'left' | 'center' | 'right' | 'justify';
  /** Left edge; the left margin if absent. */
  readonly x?: number;
  /** Width; up to the right margin if absent. */
  readonly width?: number;
  readonly underline?: boolean;
  /** Distance of lines, in parts of the size. */
  readonly leading?: number;
  readonly color?: string;
  readonly letterSpacing?: number;
}

/** Margins in points. */
interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Writes from top to bottom on pages and turns to a new one when the page is full. */
export class Pen {
  readonly surface: Surface;
  readonly random: Random;
  readonly ink: string;
  ctx!: PageContext;
  sheet: Sheet;
  margins: Margins;
  typeface: Typeface = 'serif';
  size = 11;
  leading = 1.2;
  /** Top of what comes next. */
  y = 0;
  pageNumber = 0;
  /** Font that the page's context has. */
  #font = '';

  constructor(surface: Surface, sheet: Sheet, margins: Margins, random: Random) {
    this.surface = surface;
    this.random = random;
    this.ink = surface.medium === 'scan' ? '#1b1b20' : '#000000';
    this.sheet = sheet;
    this.margins = margins;
    this.newPage();
  }

  get left(): number {
    return this.margins.left;
  }

  get right(): number {
    return this.sheet.width - this.margins.right;
  }

  get width(): number {
    return this.right - this.left;
  }

  get bottom(): number {
    return this.sheet.height - this.margins.bottom;
  }

  /** Ends the page, if one is open, and opens the next. */
  newPage(sheet: Sheet = this.sheet): void {
    if (this.pageNumber > 0) this.surface.end();
    this.sheet = sheet;
    this.ctx = this.surface.begin(sheet.width, sheet.height);
    this.#font = '';
    this.ctx.textBaseline = 'alphabetic';
    this.ctx.fillStyle = this.ink;
    this.ctx.strokeStyle = this.ink;
    this.pageNumber += 1;
    this.y = this.margins.top;
  }

  /** Ends the last page. */
  finish(): void {
    this.surface.end();
  }

  space(points: number): void {
    this.y += points;
  }

  /** Turns the page unless that much height is left. */
  ensure(height: number): void {
    if (this.y + height > this.bottom) this.newPage();
  }

  measure(text: string, options: TextOptions = {}): number {
    this.#useFont(options);
    return this.ctx.measureText(text).width;
  }

  /** Text at a place, its baseline at `y`; the pen stays where it is. */
  textAt(text: string, x: number, y: number, options: TextOptions = {}): void {
    const { ctx } = this;
    this.#useFont(options);
    if (options.letterSpacing) ctx.letterSpacing = `${options.letterSpacing}px`;
    const width = options.align && options.align !== 'left' ? ctx.measureText(text).width : 0;
    const start =
      options.align === 'center' ? x - width / 2 : options.align === 'right' ? x - width : x;
    ctx.fillStyle = options.color ?? this.ink;
    ctx.fillText(text, start, y);
    if (options.underline) {
      ctx.fillRect(start, y + 1.6, width || ctx.measureText(text).width, 0.7);
    }
    if (options.letterSpacing) ctx.letterSpacing = '0px';
  }

  /** A paragraph, wrapped; moves down behind it and turns the page where needed. Returns the number of lines. */
  paragraph(text: string, options: TextOptions = {}): number {
    const x = options.x ?? this.left;
    const width = options.width ?? this.right - x;
    const look = this.#look(options);
    const step = look.size * (options.leading ?? this.leading);
    const lines = this.wrap(text, width, options);
    for (const [index, line] of lines.entries()) {
      this.ensure(step);
      const baseline = this.y + look.size * 0.92;
      const last = index === lines.length - 1;
      if (options.align === 'justify' && !last) this.#justified(line, x, baseline, width, options);
      else if (options.align === 'center') this.textAt(line, x + width / 2, baseline, options);
      else if (options.align === 'right') this.textAt(line, x + width, baseline, options);
      else this.textAt(line, x, baseline, { ...options, align: 'left' });
      this.y += step;
    }
    return lines.length;
  }

  /** A paragraph in the middle of the page. */
  center(text: string, options: TextOptions = {}): void {
    this.paragraph(text, { ...options, align: 'center' });
  }

  /** Breaks a text into lines that fit the width; a word that alone is too long is broken too. */
  wrap(text: string, width: number, options: TextOptions = {}): string[] {
    const widths = this.#useFont(options);
    if (options.letterSpacing) this.ctx.letterSpacing = `${options.letterSpacing}px`;
    const wordWidth = (word: string): number => {
      const known = options.letterSpacing ? undefined : widths.get(word);
      if (known !== undefined) return known;
      const measured = this.ctx.measureText(word).width;
      if (!options.letterSpacing) widths.set(word, measured);
      return measured;
    };
    const gap = wordWidth(' ');
    const lines: string[] = [];
    let line = '';
    let used = 0;
    const words = text.split(' ').flatMap((part) => this.#breakWord(part, width, wordWidth));
    for (const word of words) {
      const added = wordWidth(word);
      if (line !== '' && used + gap + added > width) {
        lines.push(line);
        line = word;
        used = added;
      } else {
        used += line === '' ? added : gap + added;
        line = line === '' ? word : `${line} ${word}`;
      }
    }
    if (options.letterSpacing) this.ctx.letterSpacing = '0px';
    return [...lines, line];
  }

  /** A line from one place to another. */
  rule(x1: number, y1: number, x2: number, y2: number, thickness = 0.7): void {
    const { ctx } = this;
    ctx.strokeStyle = this.ink;
    ctx.lineWidth = thickness;
    ctx.beginPath();
    ctx.moveTo(x1, y1);
    ctx.lineTo(x2, y2);
    ctx.stroke();
  }

  #look(options: TextOptions): TextLook {
    return {
      typeface: options.typeface ?? this.typeface,
      size: options.size ?? this.size,
      bold: options.bold ?? false,
      italic: options.italic ?? false,
    };
  }

  #justified(line: string, x: number, y: number, width: number, options: TextOptions): void {
    const gaps = line.split(' ').length - 1;
    const missing = width - this.measure(line, options);
    if (gaps === 0 || missing > gaps * 9) {
      this.textAt(line, x, y, { ...options, align: 'left' });
      return;
    }
    this.ctx.wordSpacing = `${missing / gaps}px`;
    this.textAt(line, x, y, { ...options, align: 'left' });
    this.ctx.wordSpacing = '0px';
  }

  #breakWord(word: string, width: number, widthOf: (text: string) => number): string[] {
    if (word.length < 2 || widthOf(word) <= width) return [word];
    let fits = word.length - 1;
    while (fits > 1 && widthOf(word.slice(0, fits)) > width) fits -= 1;
    return [word.slice(0, fits), ...this.#breakWord(word.slice(fits), width, widthOf)];
  }

  /** Sets the font, unless the page has it already, and answers what is known of its words' widths. */
  #useFont(options: TextOptions): Map<string, number> {
    const font = cssFont(this.#look(options));
    if (font !== this.#font) {
      this.ctx.font = font;
      this.#font = font;
    }
    return wordWidthsOf(`${this.surface.medium} ${font}`);
  }
}

/** Widths of words by medium and font (a PDF and a raster page measure differently): the same few thousand words make up all documents. */
const knownWidths = new Map<string, Map<string, number>>();
const mostWords = 20_000;

function wordWidthsOf(font: string): Map<string, number> {
  const found = knownWidths.get(font);
  if (found && found.size < mostWords) return found;
  const fresh = new Map<string, number>();
  knownWidths.set(font, fresh);
  return fresh;
}
