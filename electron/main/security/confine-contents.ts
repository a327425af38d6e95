import type { WebContents } from 'electron';
import { isBundleUrl } from '#electron/main/protocol/bundle-origin.ts';
import { mayOpenExternally } from '#electron/main/security/external-links.ts';

/** What the confinement may do outside the page. */
export interface ConfinementPorts {
  /** Opens a link in the person's own browser. */
  readonly openExternal: (url: string) => Promise<void>;
  /** Told of every refusal, by kind only: a URL may carry personal data. */
  readonly refused: (kind: 'navigation' | 'window' | 'webview') => void;
}

type Confinable = Pick<WebContents, 'on' | 'setWindowOpenHandler'>;

/** Keeps a page inside `app://bundle`: no foreign navigation in any frame, no new window, no webview. */
export function confineContents(contents: Confinable, ports: ConfinementPorts): void {
  const stayInside = (event: { preventDefault(): void; url: string }): void => {
    if (isBundleUrl(event.url)) return;
    event.preventDefault();
    ports.refused('navigation');
  };
  contents.on('will-navigate', stayInside);
  contents.on('will-frame-navigate', stayInside);
  contents.on('will-redirect', stayInside);
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    ports.refused('webview');
  });
  contents.setWindowOpenHandler(({ url }) => {
    if (mayOpenExternally(url)) void ports.openExternal(url);
    else ports.refused('window');
    return { action: 'deny' };
  });
}
