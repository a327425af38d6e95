import { z } from 'zod';
import { documentReadingSchema } from '#renderer/evidence/matching/document-reading.ts';
import { documentWarningSchema } from '#renderer/evidence/matching/document/document-warning.ts';
import {
  warnedDocumentSchema,
  warnedUsulSchema,
} from '#renderer/evidence/matching/document/warned-document.ts';
import { textFingerprintSchema } from '#renderer/evidence/matching/document/text-fingerprint.ts';
import { documentElsewhereSchema } from '#renderer/evidence/matching/document/document-elsewhere.ts';
import {
  fieldEvidenceSchema,
  fieldQuerySchema,
} from '#renderer/evidence/matching/field-evidence.ts';
import type { Channel } from '#shared/channel/channel.ts';

/**
 * Between the page and the worker that compares. A reading is copied with each request: that takes the page less than a
 * millisecond for six pages read four times, and comparing them eighty.
 */
export const matchingChannel = {
  requests: {
    match: {
      input: z.object({
        queries: z.array(fieldQuerySchema).readonly(),
        reading: documentReadingSchema,
      }),
      output: z.array(fieldEvidenceSchema).readonly(),
    },
    warn: {
      input: z.object({
        usul: warnedUsulSchema,
        read: z.array(warnedDocumentSchema).readonly(),
        elsewhere: z.array(documentElsewhereSchema).readonly(),
      }),
      output: z.array(documentWarningSchema).readonly(),
    },
    fingerprint: { input: documentReadingSchema, output: textFingerprintSchema.nullable() },
  },
  notices: {},
  events: {},
} as const satisfies Channel;
