import type { ReactNode } from 'react';
import { Text } from '@fluentui/react-components';
import { heldColumns } from '#renderer/features/admin/held/held-columns.tsx';
import { HeldDetail } from '#renderer/features/admin/held/held-detail.tsx';
import { heldText as texts } from '#renderer/features/admin/held/texts.ts';
import { ListScreen } from '#renderer/features/admin/parts/list-screen.tsx';
import { useAnswer } from '#renderer/frame/use-answer.ts';
import type { ScreenProps } from '#renderer/frame/screen.tsx';
import type { HeldDecision } from '#shared/contract/admin/handovers.ts';

const idOf = ({ id }: HeldDecision): string => id;
const none: readonly HeldDecision[] = [];

/** "Serahan": decisions that arrived after an end, and wait for a word of BKPSDM. */
export function HeldScreen({ desk: { query: lane }, announce }: ScreenProps) {
  const { value, failure, reload } = useAnswer((signal) => lane.ask('adminHandovers', {}, signal));
  const ruled = (sentence: string): void => {
    announce(sentence);
    reload();
  };
  const list = {
    query: {},
    rows: value?.rows ?? none,
    ready: value !== null,
    loading: false,
    next: null,
    failure,
    more: reload,
    reload,
  };
  return (
    <ListScreen
      words={texts}
      list={list}
      idOf={idOf}
      columnsFor={heldColumns}
      detail={detailsOf({ query: lane, onRuled: ruled })}
      {...(value && value.more > 0 && { filters: <Text>{texts.more(value.more)}</Text> })}
    />
  );
}

function detailsOf(
  props: Omit<Parameters<typeof HeldDetail>[0], 'decision'>,
): (decision: HeldDecision) => ReactNode {
  return (decision) => <HeldDetail decision={decision} {...props} />;
}
