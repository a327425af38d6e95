import { z } from 'zod';
import { pageKeySchema, pageSchema, searchTextSchema } from '#shared/contract/admin/page.ts';
import { codeText, instantText, lineText } from '#shared/kernel/bounded.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { roleSchema, scopeSchema } from '#shared/workflow/authority/account.ts';
import { isPlainLine, saysSomething } from '#shared/kernel/typed-text.ts';

/** How an appointment stands: not yet valid, valid, ended. */
export const appointmentStandings = ['belum', 'berlaku', 'berakhir'] as const;

/** Which appointments are asked for. */
export const appointmentsQuerySchema = z.object({
  search: searchTextSchema.exactOptional(),
  role: roleSchema.exactOptional(),
  standing: z.enum(appointmentStandings).exactOptional(),
  after: pageKeySchema.exactOptional(),
});

/** A letter of assignment (surat penunjukan). */
export const letterSchema = z.object({
  number: z.string().trim().min(1).max(200),
  date: localDateSchema,
});

/** An appointment as the admin sees it; `validUntil` null: until it is ended; `endReason` as whoever ended it wrote. */
export const managedAppointmentSchema = z.looseObject({
  id: z.uuid(),
  accountId: z.uuid(),
  username: codeText,
  nip: codeText.nullable(),
  displayName: lineText,
  role: roleSchema,
  scope: scopeSchema,
  scopeName: lineText,
  validFrom: localDateSchema,
  validUntil: localDateSchema.nullable(),
  letter: letterSchema.nullable(),
  standing: z.enum(appointmentStandings),
  endedAt: instantText.nullable(),
  endReason: lineText.nullable(),
});
/** An appointment as the admin sees it. */
export type ManagedAppointment = z.infer<typeof managedAppointmentSchema>;
/** A page of appointments. */
export const appointmentsPageSchema = pageSchema(managedAppointmentSchema);

/** An appointment to give: by a letter, from today or later on. */
export const newAppointmentSchema = z.object({
  accountId: z.uuid().toLowerCase(),
  role: roleSchema,
  scope: scopeSchema,
  validFrom: localDateSchema,
  validUntil: localDateSchema.nullable(),
  letter: letterSchema.refine(({ number }) => isPlainLine(number)),
});
/** An appointment to give. */
export type NewAppointmentBody = z.infer<typeof newAppointmentSchema>;
/** What was given. */
export const givenAppointmentSchema = z.looseObject({ id: z.uuid() });

/** Why an appointment is ended. */
export const appointmentEndSchema = z.object({
  appointmentId: z.uuid().toLowerCase(),
  reason: z.string().trim().min(1).max(500).refine(saysSomething),
});

/** What an appointment may be over: offices of the admin's own. */
export const officesSchema = z.looseObject({
  offices: z
    .array(
      z.looseObject({
        scope: scopeSchema,
        name: lineText,
        /** The OPD above it; null for the topmost, and for what is no OPD. */
        parentId: codeText.nullable(),
      }),
    )
    .max(5_000),
});
/** One office that an appointment may be over. */
export type Office = z.infer<typeof officesSchema>['offices'][number];
