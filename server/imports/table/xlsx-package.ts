import { posix } from 'node:path';
import { SaxesParser } from 'saxes';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { tableLimits, TableRefused } from '#server/imports/table/table.ts';

/** What a part of the package is made of, element by element; names come without prefix. */
export interface XmlHandlers {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** An element, attribute or text that is longer is none of a spreadsheet: its cells end at 32,767. */
const longestPiece = 1_000_000;

/** An open XLSX file; nothing of it is ever written to the disk. */
export class XlsxPackage {
  private inflated = 0;
  private readonly begun = new Set<string>();
  private readonly zip: ZipFile;
  private readonly entries: ReadonlyMap<string, Entry>;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.zip = zip;
    this.entries = entries;
  }

  /** Opens a file and does the work; what is wrong with the file throws `TableRefused`. */
  static async use<T>(path: string, work: (file: XlsxPackage) => Promise<T>): Promise<T> {
    const zip = await openPromise(path, { autoClose: false, lazyEntries: true }).catch(refuse);
    try {
      return await work(new XlsxPackage(zip, await listEntries(zip)));
    } finally {
      zip.close();
    }
  }

  has(part: string): boolean {
    return this.entries.has(part);
  }

  /**
   * Reads a part piece by piece; one that is not there is empty. Bytes are counted as they are inflated: what the file
   * declares may be a lie.
   */
  async read(part: string, handlers: XmlHandlers): Promise<void> {
    const entry = this.entries.get(part);
    if (!entry) return;
    // A file may name one part a thousand times.
    if (this.begun.has(part)) throw new TableRefused({ kind: 'rusak' });
    this.begun.add(part);
    const parser = makeParser(handlers);
    const stream = await this.zip.openReadStreamPromise(entry).catch(refuse);
    const decoder = new TextDecoder('utf-8', { fatal: true });
    try {
      for await (const chunk of stream) {
        if (!(chunk instanceof Buffer)) throw new Error('A stream of bytes gave something else.');
        this.inflated += chunk.length;
        if (this.inflated > tableLimits.inflatedBytes)
          throw new TableRefused({ kind: 'mengembang' });
        parser.write(decoder.decode(chunk, { stream: true }));
      }
      parser.end();
    } catch (error) {
      refuse(error);
    } finally {
      stream.destroy();
    }
  }

  /** What the parts that one refers to are called, by the id under which it does, and by their kind. */
  async relations(part: string): Promise<readonly Relation[]> {
    const folder = posix.dirname(part);
    const found: Relation[] = [];
    await this.read(posix.join(folder, '_rels', `${posix.basename(part)}.rels`), {
      open: (name, { Id = '', Type = '', Target = '' }) => {
        if (name !== 'Relationship') return;
        found.push({
          id: Id,
          kind: posix.basename(Type),
          part: posix.resolve('/', folder, Target).slice(1),
        });
      },
    });
    return found;
  }
}

/** A reference from one part to another. */
export interface Relation {
  readonly id: string;
  readonly kind: string;
  readonly part: string;
}

async function listEntries(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  let declared = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw new TableRefused({ kind: 'terkunci' });
      declared += entry.uncompressedSize;
      // A part that says it is smaller than it is ends when it passes what it said.
      if (entries.size >= tableLimits.zipEntries || declared > tableLimits.inflatedBytes) {
        throw new TableRefused({ kind: 'mengembang' });
      }
      // Two of one name: which of them counts, two readers may see differently.
      if (entries.has(entry.fileName)) throw new TableRefused({ kind: 'rusak' });
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    refuse(error);
  }
  if (entries.has('xl/workbook.bin')) throw new TableRefused({ kind: 'xlsb' });
  if (entries.has('content.xml')) throw new TableRefused({ kind: 'ods' });
  return entries;
}

/** What a library says of a file that it cannot read is English, and for nobody who made the file. */
function refuse(error: unknown): never {
  if (error instanceof TableRefused) throw error;
  if (error instanceof TypeError && !('code' in error)) throw error;
  throw new TableRefused({ kind: 'rusak' });
}

interface XmlParser {
  write(piece: string): void;
  end(): void;
}

function makeParser({ open, close, text }: XmlHandlers): XmlParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let [waiting, depth] = [0, 0];
  parser.on('opentag', ({ name, attributes }) => {
    waiting = 0;
    depth += 1;
    if (depth > tableLimits.xmlDepth) throw new TableRefused({ kind: 'rusak' });
    open?.(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    waiting = 0;
    depth -= 1;
    close?.(localName(name));
  });
  parser.on('text', (piece) => {
    waiting = 0;
    text?.(piece);
  });
  parser.on('cdata', (piece) => text?.(piece));
  // No spreadsheet has one; entities that grow are declared there.
  parser.on('doctype', () => {
    throw new TableRefused({ kind: 'rusak' });
  });
  parser.on('error', () => {
    throw new TableRefused({ kind: 'rusak' });
  });
  return {
    write: (piece) => {
      waiting += piece.length;
      parser.write(piece);
      if (waiting > longestPiece) throw new TableRefused({ kind: 'rusak' });
    },
    end: () => void parser.close(),
  };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
