import type { MachineFacts } from '#build/browser/chromium-places.ts';

/** What the search for a font may ask of the machine and do to it. */
export interface FontPorts extends Pick<MachineFacts, 'platform'> {
  /** Whether a font as wide as those of office PCs is there. */
  readonly hasOfficeFont: () => boolean;
  /** Whether this is a Debian (or a relative with apt) on which this process may install packages. */
  readonly mayInstallPackages: () => boolean;
  /** Installs Debian's `fonts-liberation`; false when that did not work. */
  readonly installOfficeFont: () => Promise<boolean>;
  /** Tells the person what is going on. */
  readonly tell: (sentence: string) => void;
}

/**
 * Makes sure that text is about as wide as on the PCs of an office (Segoe UI, Arial): the layout tests measure it, and a
 * bare Debian has DejaVu alone, which is a sixth wider. Only Linux lacks such a font.
 */
export async function ensureOfficeFont(ports: FontPorts): Promise<void> {
  if (ports.platform !== 'linux' || ports.hasOfficeFont()) return;
  if (ports.mayInstallPackages()) {
    ports.tell('Tidak ada huruf selebar Arial; memasang paket Debian "fonts-liberation" …');
    if (await ports.installOfficeFont()) return;
  }
  ports.tell('Pasang huruf Liberation Sans: tanpa itu uji tata letak dapat gagal.');
}
