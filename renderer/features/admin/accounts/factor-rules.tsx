import { Field, Input, makeStyles, Text } from '@fluentui/react-components';
import { accountsText as texts } from '#renderer/features/admin/accounts/texts.ts';
import { FormDialog } from '#renderer/features/admin/parts/form-dialog.tsx';
import { useAct } from '#renderer/features/admin/parts/use-act.ts';
import { useAnswer } from '#renderer/frame/use-answer.ts';
import { useState } from 'react';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import type { FactorPolicy } from '#shared/contract/admin/second-factor.ts';
import { isLocalDate } from '#shared/kernel/local-date.ts';
import { succeed, type Result } from '#shared/kernel/result.ts';
import type { Role } from '#shared/workflow/authority/roles.ts';
import { roleLabels } from '#shared/workflow/workflow-labels.ts';

const useStyles = makeStyles({
  rules: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '10px 16px' },
});

interface FactorRulesProps {
  readonly query: QueryDesk;
  readonly onKept: (sentence: string) => void;
  readonly onClose: () => void;
}

/** From which day which roles must have a second factor; an empty day: they may. */
export function FactorRules({ query, onKept, onClose }: FactorRulesProps) {
  const styles = useStyles();
  const policy = useAnswer((signal) => query.ask('adminFactorPolicy', {}, signal));
  const [typed, setTyped] = useState<Readonly<Partial<Record<Role, string>>>>({});
  const act = useAct();
  const rules = policy.value?.rules ?? [];
  return (
    <FormDialog
      title={texts.factorRules}
      submit={texts.keepRules}
      act={{ busy: act.busy, failure: act.failure ?? policy.failure }}
      onSubmit={() =>
        act.run(
          () => keepAll(query, rules, typed),
          () => onKept(texts.rulesKept),
        )
      }
      onClose={onClose}
    >
      {() => (
        <>
          <Text>{texts.factorRulesBody}</Text>
          <div className={styles.rules}>
            {rules.map(({ role, from }) => (
              <Field key={role} label={roleLabels[role]}>
                <Input
                  type="date"
                  value={typed[role] ?? from ?? ''}
                  onChange={(_, { value }) => setTyped((now) => ({ ...now, [role]: value }))}
                />
              </Field>
            ))}
          </div>
        </>
      )}
    </FormDialog>
  );
}

/** Keeps what was changed, one rule after another; stops at the first that is refused. */
async function keepAll(
  query: QueryDesk,
  rules: FactorPolicy['rules'],
  typed: Readonly<Partial<Record<Role, string>>>,
): Promise<Result<void, ShownError>> {
  for (const { role, from } of rules) {
    const day = typed[role];
    if (day === undefined || day === (from ?? '')) continue;
    const body = { role, from: isLocalDate(day) ? day : null };
    const kept = await query.ask('adminSetFactorRule', { body });
    if (!kept.ok) return kept;
  }
  return succeed(undefined);
}
