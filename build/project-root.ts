import { fileURLToPath } from 'node:url';

/** Absolute path of the project's root folder, without trailing separator. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/u, '');
