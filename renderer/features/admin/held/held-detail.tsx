import { useState } from 'react';
import { Button, Text } from '@fluentui/react-components';
import { outcomeText, usulText } from '#renderer/features/admin/held/held-columns.tsx';
import { heldText as texts } from '#renderer/features/admin/held/texts.ts';
import { Detail } from '#renderer/features/admin/parts/detail.tsx';
import { FormDialog } from '#renderer/features/admin/parts/form-dialog.tsx';
import { momentText } from '#renderer/features/admin/parts/moment-text.ts';
import { useAct } from '#renderer/features/admin/parts/use-act.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import type { HeldDecision } from '#shared/contract/admin/handovers.ts';

interface HeldDetailProps {
  readonly decision: HeldDecision;
  readonly query: QueryDesk;
  readonly onRuled: (sentence: string) => void;
}

/** What a decision says that arrived late, what speaks against it, and the two words about it. */
export function HeldDetail({ decision, query, onRuled }: HeldDetailProps) {
  const [refusing, setRefusing] = useState(false);
  const act = useAct();
  const { id } = decision;
  const rule = (ruling: 'lepas' | 'tolak'): void =>
    act.run(
      () => query.ask('adminRuleHandover', { body: { id, ruling } }),
      ({ result, message }) => {
        setRefusing(false);
        const told = {
          diterima: texts.released,
          ditolak_server: texts.releasedRefused(message),
          ditolak: texts.refused,
        };
        onRuled(told[result]);
      },
    );
  return (
    <Detail facts={factsOf(decision)} failure={refusing ? null : act.failure}>
      <Button
        size="small"
        appearance="primary"
        disabledFocusable={act.busy}
        onClick={() => rule('lepas')}
      >
        {texts.release}
      </Button>
      <Button size="small" onClick={() => setRefusing(true)}>
        {texts.refuse}
      </Button>
      {refusing && (
        <FormDialog
          title={texts.refuseTitle}
          submit={texts.refuse}
          act={act}
          onSubmit={() => rule('tolak')}
          onClose={() => {
            act.forget();
            setRefusing(false);
          }}
        >
          {() => <Text>{texts.refuseBody}</Text>}
        </FormDialog>
      )}
    </Detail>
  );
}

function factsOf(decision: HeldDecision) {
  const { doubts } = decision;
  const against = doubts.map((kind) => texts.doubts[kind]).join(' ');
  return [
    [texts.columns.usul, usulText(decision)],
    [texts.columns.outcome, outcomeText(decision)],
    [texts.note, decision.note],
    [texts.device, decision.deviceName],
    [texts.made, momentText(decision.madeAt)],
    [texts.ended, momentText(decision.endedAt)],
    [texts.columns.received, momentText(decision.receivedAt)],
    [texts.columns.doubts, doubts.length === 0 ? texts.noDoubts : against],
    [texts.id, decision.id],
  ] as const;
}
