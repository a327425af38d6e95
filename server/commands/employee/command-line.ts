import { readFile } from 'node:fs/promises';
import type { CliCommand, CommandCall } from '#server/cli/cli-command.ts';
import { readId } from '#server/cli/read-id.ts';
import { StartProblem } from '#server/cli/start-problem.ts';
import { actAsEmployee, type EmployeeAct } from '#server/commands/employee/act-as-employee.ts';
import { errorOfEmployeeAct } from '#server/commands/employee/errors.ts';
import { employeeActSentences as texts } from '#server/commands/employee/sentences.ts';
import { lockUsul } from '#server/commands/usul-change.ts';
import { writeAudit } from '#server/store/audit.ts';
import { inTransaction } from '#server/store/database.ts';
import { readUsulByIds } from '#server/usul/usul-reader.ts';
import { recordValuesSchema, type RecordValues, type Usul } from '#shared/records/usul.ts';
import { maxEmployeeNote } from '#shared/workflow/employee/employee-commands.ts';
import type { WorkflowStep } from '#shared/workflow/workflow.ts';

const note = { name: 'note', argument: texts.note, summary: texts.noteSummary };

/** `usul withdraw | resubmit`: what an ASN who has no PC asks of an operator; the audit names the command line. */
export const employeeActCommands: readonly CliCommand[] = [
  {
    name: 'usul withdraw',
    argument: texts.usul,
    summary: texts.withdrawSummary,
    options: [note],
    run: withdraw,
  },
  {
    name: 'usul resubmit',
    argument: texts.usul,
    summary: texts.resubmitSummary,
    options: [
      note,
      { name: 'values', argument: texts.values, summary: texts.valuesSummary, required: true },
    ],
    run: resubmit,
  },
];

async function withdraw(call: CommandCall): Promise<void> {
  await act(call, () => ({ action: 'tarik' }));
  call.print(texts.withdrawn(call.argument));
}

async function resubmit(call: CommandCall): Promise<void> {
  const changed = await readValues(call.options['values'] ?? '');
  const { revision } = await act(call, ({ values, documents }) => ({
    action: 'ajukan_ulang',
    values: { ...values, ...changed },
    documents,
  }));
  call.print(texts.resubmitted(call.argument, revision));
}

/** Does in the name of its ASN what follows from the usul as it stands; throws with a sentence when it is refused. */
async function act(
  { db, argument, options }: CommandCall,
  whatOf: (usul: Usul) => EmployeeAct['does'],
): Promise<WorkflowStep> {
  const missing = new StartProblem(texts.noUsul(argument));
  const usulId = readId(argument);
  if (usulId === undefined) throw missing;
  return inTransaction(db, async (tx) => {
    const locked = await lockUsul(tx, usulId);
    const [usul] = await readUsulByIds(tx, [usulId]);
    if (!locked || !usul) throw missing;
    const { employee, asnNote } = usul;
    const does = whatOf(usul);
    const step = await actAsEmployee(tx, locked, {
      does,
      actor: { role: 'asn', scope: { kind: 'employee', id: employee.id }, name: employee.nama },
      judged: locked,
      note: (options['note'] ?? (does.action === 'tarik' ? '' : asnNote)).slice(0, maxEmployeeNote),
      now: new Date(),
    });
    if (!step.ok) throw new StartProblem(texts.refused(errorOfEmployeeAct(step.error).message));
    await writeAudit(tx, {
      accountId: null,
      deviceId: null,
      action: does.action === 'tarik' ? 'usul_ditarik' : 'usul_diajukan_ulang',
      details: { usulId },
    });
    return step.value;
  });
}

async function readValues(file: string): Promise<RecordValues> {
  const problem = new StartProblem(texts.unreadable(file));
  try {
    return recordValuesSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    throw problem;
  }
}
