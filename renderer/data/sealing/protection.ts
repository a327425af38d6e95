/**
 * What the operating system adds to a wrapped key, so that a copied disk is of no use without its user. Browsers have
 * nothing of the kind.
 */
export interface Protection {
  /** Protected bytes; null when this host has nothing to protect them with (now). */
  protect(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | null>;
  unprotect(bytes: Uint8Array<ArrayBuffer>): Promise<Unprotected>;
}

/**
 * What became of protected bytes. `renewed`: the same, protected anew, because the system's own key changed. `hilang`:
 * the system no longer has the key (a Windows profile that was reset). `tak_tersedia`: not now; it must be asked again.
 */
export type Unprotected =
  | {
      readonly kind: 'terbuka';
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly renewed: Uint8Array<ArrayBuffer> | null;
    }
  | { readonly kind: 'hilang' }
  | { readonly kind: 'tak_tersedia' };
