import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/**
 * Content security policy of the application: own scripts and workers alone, WebAssembly for OCR and pdf.js, Trusted
 * Types with the one policy `meja`; the hash is that of the empty style element that Fluent UI fills by script.
 */
export const appContentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types meja',
].join('; ');

const mediaTypes: Readonly<Record<string, string>> = {
  '.mjs': 'text/javascript; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Serves the built application of a folder at `/`. Files whose name carries a hash of their content (`assets/`) are
 * kept for ever; all others are asked for anew each time.
 */
export async function registerAppHost(app: FastifyInstance, folder: string): Promise<void> {
  const assets = path.join(folder, 'assets') + path.sep;
  await app.register(fastifyStatic, {
    root: folder,
    index: ['index.html'],
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders: (reply, file) => {
      const mediaType = mediaTypes[path.extname(file)];
      if (mediaType !== undefined) void reply.header('content-type', mediaType);
      void reply.header('content-security-policy', appContentSecurityPolicy);
      const isImmutable = file.startsWith(assets);
      const caching = isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache';
      void reply.header('cache-control', caching);
    },
  });
}
