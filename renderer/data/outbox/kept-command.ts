import { z } from 'zod';
import type { Command, CommandKinds } from '#shared/workflow/commands.ts';

/** What shows a command after its usul has left this PC; empty texts where it is about none. */
const shown = {
  employeeName: z.string(),
  nip: z.string(),
  recordType: z.string(),
  usulKind: z.string(),
  // Absent in what an older version wrote.
  judged: z.record(z.string(), z.string()).optional(),
};

/** What is kept of a command of one of these kinds; to be read through `fromDisk`. */
export function keptSchemaOf({
  schema,
}: CommandKinds): z.ZodObject<{ command: z.ZodType<Command> } & typeof shown> {
  return z.object({ command: schema, ...shown });
}
/** What is kept of a command beside its state: the whole of it, and what shows it. */
export type KeptCommand = z.infer<ReturnType<typeof keptSchemaOf>>;

const olderSchema = z.looseObject({ decision: z.looseObject({}) });

/**
 * A kept command as it lies on the disk: under `decision`, as when decisions were the only commands. So an older
 * application that finds it still reads the decisions among them, and can send them.
 */
export function toDisk({ command, ...rest }: { readonly command: Command }): object {
  return { decision: command, ...rest };
}

/** What lies on the disk as this version knows it: what has no kind is a decision. Anything else stays as it is. */
export function fromDisk(stored: unknown): unknown {
  const older = olderSchema.safeParse(stored);
  if (!older.success) return stored;
  const { decision, ...rest } = older.data;
  return { ...rest, command: { kind: 'putusan', ...decision } };
}
