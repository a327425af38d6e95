import { useState } from 'react';
import { Field, Select, Text } from '@fluentui/react-components';
import { accountsText as texts } from '#renderer/features/admin/accounts/texts.ts';
import { FormDialog } from '#renderer/features/admin/parts/form-dialog.tsx';
import { offerFile } from '#renderer/features/admin/parts/offer-file.ts';
import { useAct } from '#renderer/features/admin/parts/use-act.ts';
import { useAnswer } from '#renderer/frame/use-answer.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';

interface PrintSlipsProps {
  readonly query: QueryDesk;
  readonly onMade: (sentence: string) => void;
  readonly onClose: () => void;
}

/** Slips for all who wait in an OPD, as one file to print and cut. */
export function PrintSlips({ query, onMade, onClose }: PrintSlipsProps) {
  const offices = useAnswer((signal) => query.ask('adminOffices', {}, signal));
  const [opdId, setOpdId] = useState('');
  const act = useAct();
  const submit = (): void =>
    act.run(
      () => query.ask('adminSlips', { body: { opdId: opdId === '' ? null : opdId } }),
      ({ name, bytes, count }) => {
        offerFile(name, bytes, 'application/pdf');
        onMade(texts.slipsMade(count));
      },
    );
  return (
    <FormDialog
      title={texts.slips}
      submit={texts.makeSlips}
      act={act}
      onSubmit={submit}
      onClose={onClose}
    >
      {() => (
        <>
          <Text>{texts.slipsBody}</Text>
          <Field label={texts.slipsOf}>
            <Select value={opdId} onChange={(_, data) => setOpdId(data.value)}>
              <option value="">{texts.wholeInstansi}</option>
              {offices.value?.offices.map(({ scope, name }) =>
                scope.kind === 'opd' ? (
                  <option key={scope.id} value={scope.id}>
                    {name}
                  </option>
                ) : null,
              )}
            </Select>
          </Field>
        </>
      )}
    </FormDialog>
  );
}
