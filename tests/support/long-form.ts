/**
 * Whether a test runs in its long form (`npm run test:long`), which tries all that it can. The short form of `npm test` tries
 * every kind.
 */
export const isLongForm = process.env['MEJA_LONG_TESTS'] === '1';
