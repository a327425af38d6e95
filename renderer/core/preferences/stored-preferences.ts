import { z } from 'zod';
import {
  defaultPreferences,
  densities,
  outcomeKeySets,
  textSizeChoices,
  themeChoices,
  type DocumentView,
  type Preferences,
} from '#renderer/core/preferences/preferences.ts';
import {
  deadlineRanges,
  inboxMarks,
  inboxSorts,
  inboxStatuses,
  type InboxFilter,
  type SavedFilter,
} from '#renderer/core/inbox/inbox-query.ts';
import { recordTypeIdSchema } from '#shared/records/record-type.ts';
import { usulKindSchema } from '#shared/records/usul.ts';

/** Documents whose rotation is remembered. */
const maxRotations = 300;
/** Kinds of document whose view is remembered; there are fewer. */
const maxViews = 100;
const maxSavedFilters = 50;

/** A list without the members that this version does not know. */
function knownMembers<T>(member: z.ZodType<T>): z.ZodType<T[]> {
  return z.array(z.unknown()).transform((items) =>
    items.flatMap((item) => {
      const parsed = member.safeParse(item);
      return parsed.success ? [parsed.data] : [];
    }),
  );
}

// What a person searched for and whose usul were looked at is personal: neither written nor read.
const filterSchema: z.ZodType<InboxFilter> = z.object({
  search: z.unknown().transform(() => ''),
  recordTypes: knownMembers(recordTypeIdSchema),
  kinds: knownMembers(usulKindSchema),
  statuses: knownMembers(z.enum(inboxStatuses)),
  unorIds: knownMembers(z.string()),
  deadlines: knownMembers(z.enum(deadlineRanges)).default([]),
  marks: knownMembers(z.enum(inboxMarks)).default([]),
  nip: z.unknown().transform(() => ''),
});

const savedFilterSchema: z.ZodType<SavedFilter> = z.object({
  name: z.string().min(1),
  filter: filterSchema,
  sort: z.enum(inboxSorts),
});

const viewSchema: z.ZodType<DocumentView> = z.object({
  zoom: z.union([z.enum(['lebar', 'halaman']), z.number().positive().finite()]),
  top: z.number(),
  left: z.number(),
});

const rotationSchema = z.union([z.literal(90), z.literal(180), z.literal(270)]);

/** An object without the entries that do not parse, and only the last `limit` of the others. */
function lastEntries<T>(entry: z.ZodType<T>, limit: number): z.ZodType<Record<string, T>> {
  return z.record(z.string(), z.unknown()).transform((entries) => {
    const good = Object.entries(entries).flatMap(([key, value]) => {
      const parsed = entry.safeParse(value);
      return parsed.success ? [[key, parsed.data] as const] : [];
    });
    return Object.fromEntries(good.slice(-limit));
  });
}

/** Shape of each part by itself. */
const partSchemas: { readonly [K in keyof Preferences]: z.ZodType<Preferences[K]> } = {
  theme: z.enum(themeChoices),
  density: z.enum(densities),
  textSize: z.literal([...textSizeChoices]),
  lockMinutes: z.number().positive().nullable(),
  outcomeKeys: z.enum(outcomeKeySets),
  suggestOutcome: z.boolean(),
  recordShare: z.number().min(0.1).max(0.9),
  queueOpen: z.boolean(),
  thumbnailsShown: z.boolean(),
  sideBySide: z.boolean(),
  focusMode: z.boolean(),
  documentViews: lastEntries(viewSchema, maxViews),
  rotations: lastEntries(rotationSchema, maxRotations),
  inboxFilter: filterSchema,
  inboxSort: z.enum(inboxSorts),
  savedFilters: knownMembers(savedFilterSchema).transform((list) => list.slice(-maxSavedFilters)),
  guideDone: z.boolean(),
  readAheadPaused: z.boolean(),
};

/** Name of a part. */
type Part = keyof Preferences;

function isPart(name: string): name is Part {
  return Object.hasOwn(partSchemas, name);
}

/**
 * The parts that can be read of what was stored, or of what a person changed; unknown ones and broken ones are left
 * out one by one. The result is bounded and free of personal data.
 */
export function parsePreferenceParts(
  stored: Readonly<Record<string, unknown>>,
): Partial<Preferences> {
  const parts = Object.entries(stored).flatMap(([name, value]) => {
    const parsed = isPart(name) ? partSchemas[name].safeParse(value) : undefined;
    return parsed?.success ? [[name, parsed.data] as const] : [];
  });
  return Object.fromEntries(parts);
}

/** The parts that say how the application looks; the sign-in page has them too. */
export function appearanceOf(change: Partial<Preferences>): Partial<Preferences> {
  const { theme, density, textSize } = change;
  return {
    ...(theme !== undefined && { theme }),
    ...(density !== undefined && { density }),
    ...(textSize !== undefined && { textSize }),
  };
}

/** Preferences made of parts, later ones over earlier ones, over the defaults. */
export function completePreferences(...parts: readonly Partial<Preferences>[]): Preferences {
  return Object.assign({ ...defaultPreferences }, ...parts);
}
