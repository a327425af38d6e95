import { useState } from 'react';
import { Text } from '@fluentui/react-components';
import { AccountPicker } from '#renderer/features/admin/appointments/account-picker.tsx';
import { DayFields, daysOf } from '#renderer/features/admin/assignment/day-fields.tsx';
import { assignmentText as texts } from '#renderer/features/admin/assignment/texts.ts';
import { FormDialog } from '#renderer/features/admin/parts/form-dialog.tsx';
import { useAct } from '#renderer/features/admin/parts/use-act.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import { useToday } from '#renderer/ui/parts/use-today.ts';

interface Away {
  readonly id: string;
  readonly name: string;
}

interface AbsenceDialogProps {
  readonly query: QueryDesk;
  /** Who is away; null: to be chosen. */
  readonly of: Away | null;
  readonly onKept: (sentence: string) => void;
  readonly onClose: () => void;
}

/** Notes on which days somebody is away. */
export function AbsenceDialog({ query, of, onKept, onClose }: AbsenceDialogProps) {
  const today: string = useToday();
  const [who, setWho] = useState(of);
  const [typed, setTyped] = useState({ from: today, until: '' });
  const act = useAct();
  const days = daysOf(typed);

  function submit(): void {
    if (!who || !days) return;
    act.run(
      () => query.ask('adminAddAbsence', { body: { accountId: who.id, ...days } }),
      () => onKept(texts.absenceKept(who.name)),
    );
  }

  return (
    <FormDialog
      title={texts.absenceTitle}
      submit={texts.addAbsence}
      act={act}
      onSubmit={submit}
      onClose={onClose}
    >
      {(tried) => (
        <>
          {of ? (
            <Text weight="semibold">{of.name}</Text>
          ) : (
            <AccountPicker
              query={query}
              missing={tried && who === null}
              onPick={(account) => setWho(account && { id: account.id, name: account.displayName })}
            />
          )}
          <DayFields days={typed} tried={tried} onChange={setTyped} />
        </>
      )}
    </FormDialog>
  );
}
