import { BlockList, isIP } from 'node:net';
import { z } from 'zod';

/** Which callers are proxies whose word counts: none, whoever is in front, or those with these addresses. */
export type TrustedProxies = boolean | readonly string[];

const network = z.string().refine((text) => {
  const [address = '', prefix, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bitsOf(family));
});

/** `true`, `false`, or addresses and networks (`10.0.0.5,10.1.0.0/16`). */
export const trustedProxiesSchema = z
  .string()
  .transform((text): unknown => {
    if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
    return text.split(',').map((entry) => entry.trim());
  })
  .pipe(z.union([z.boolean(), z.array(network).min(1)]));

/** Whether an address is that of a trusted proxy; `hop`: how many stand between it and us. */
export type TrustsProxy = (address: string, hop: number) => boolean;

/** Reads the setting as a question. */
export function trustOf(proxies: TrustedProxies): TrustsProxy {
  // One proxy: what it saw counts. Whatever stands before that in X-Forwarded-For, the caller may have made up.
  if (typeof proxies === 'boolean') return (_address, hop) => proxies && hop === 0;
  const list = new BlockList();
  for (const entry of proxies) {
    const [address = '', prefix] = entry.split('/');
    const family = isIP(address);
    list.addSubnet(address, Number(prefix ?? bitsOf(family)), family === 6 ? 'ipv6' : 'ipv4');
  }
  return (address) => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

function bitsOf(family: number): number {
  return family === 6 ? 128 : 32;
}
