import { z } from 'zod';
import { codeText, lineText } from '#shared/kernel/bounded.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { roles } from '#shared/workflow/authority/roles.ts';

/** Role as zod schema. */
export const roleSchema = z.enum(roles);

/**
 * What an appointment is over: one OPD with everything under it, a whole instansi, a BKN regional office, BKN central, or
 * one employee's own usul.
 */
export const scopeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opd'), id: codeText }),
  z.object({ kind: z.literal('instansi'), id: codeText }),
  z.object({ kind: z.literal('kanreg'), id: codeText }),
  z.object({ kind: z.literal('bkn_pusat') }),
  z.object({ kind: z.literal('employee'), id: codeText }),
]);
/** What an appointment is over. */
export type Scope = z.infer<typeof scopeSchema>;

/** Id of an appointment, in its one spelling. */
export const appointmentIdSchema = z.uuid().toLowerCase();

/**
 * An account as its own client sees it: under the appointment in use, which gives it role and scope. `scopeName` is the
 * OPD's or instansi's name, for display; `nip` is the person's own number, null where the account has none, absent when
 * the server did not say (contract 4 and older). `appointmentId` (since 11): the appointment in use.
 */
export const accountSchema = z.looseObject({
  id: z.uuid(),
  username: codeText,
  nip: codeText.nullable().exactOptional(),
  displayName: lineText,
  role: roleSchema,
  scope: scopeSchema,
  scopeName: lineText,
  appointmentId: z.uuid().exactOptional(),
});
/** An account as its own client sees it. */
export type Account = z.infer<typeof accountSchema>;
/** An account of which it is known under which appointment it acts. */
export type AppointedAccount = Account & { readonly appointmentId: string };

/** An appointment (penunjukan) that is valid today, as its own holder sees it; `validUntil` null: until it is ended. */
export const appointmentSchema = z.looseObject({
  id: z.uuid(),
  role: roleSchema,
  scope: scopeSchema,
  scopeName: lineText,
  validFrom: localDateSchema,
  validUntil: localDateSchema.nullable(),
});
/** An appointment as its own holder sees it. */
export type Appointment = z.infer<typeof appointmentSchema>;

/** Most appointments that a person is told of. */
export const mostAppointments = 200;
/** Appointments of one person. */
export const appointmentsSchema = z.array(appointmentSchema).max(mostAppointments);
