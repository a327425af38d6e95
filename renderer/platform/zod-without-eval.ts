import { z } from 'zod';

// Zod compiles parsers with `new Function` where it may, and probes for that: our CSP forbids it and would report each
// probe. Import this file before any schema is made: first in every entry file (window and workers).
z.config({ jitless: true });
