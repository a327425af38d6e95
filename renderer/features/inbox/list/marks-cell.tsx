import type { ReactElement } from 'react';
import {
  ArrowRepeatAll16Regular,
  ArrowUndo16Regular,
  Chat16Filled,
  Chat16Regular,
  CheckboxChecked16Regular,
  CheckmarkCircle16Filled,
  DismissCircle16Filled,
  Drafts16Regular,
  PeopleTeam16Regular,
  PersonProhibited16Regular,
} from '@fluentui/react-icons';
import { CellText } from '#renderer/ui/parts/data-table/cell-text.tsx';
import { rowMarksOf, type RowMark } from '#renderer/features/inbox/list/row-marks.ts';
import { inboxWordsOf } from '#renderer/features/inbox/text/inbox-words.ts';
import { useRole } from '#renderer/frame/role.ts';
import type { InboxRow } from '#renderer/core/inbox/inbox-contract.ts';

const icons: Readonly<Record<RowMark['kind'], ReactElement | undefined>> = {
  status: undefined,
  milik: <PersonProhibited16Regular />,
  rekan: <PeopleTeam16Regular />,
  massal: <CheckboxChecked16Regular />,
  pertanyaan: <Chat16Regular />,
  pesan: <Chat16Filled />,
  diputuskan: <CheckmarkCircle16Filled />,
  ditolak: <DismissCircle16Filled />,
  konsep: <Drafts16Regular />,
  ulang: <ArrowRepeatAll16Regular />,
  dikembalikan: <ArrowUndo16Regular />,
};

const tones = {
  status: 'usual',
  milik: 'usual',
  rekan: 'usual',
  massal: 'usual',
  pertanyaan: 'urgent',
  pesan: 'urgent',
  diputuskan: 'good',
  ditolak: 'bad',
  konsep: 'usual',
  ulang: 'usual',
  dikembalikan: 'urgent',
} as const;

interface MarksCellProps {
  readonly row: InboxRow;
  /** Whether the list shows usul of several states. */
  readonly withStatus: boolean;
  /** Whether it waits in an open batch, and as what. */
  readonly batch: 'sampel' | 'massal' | undefined;
}

/** What is to be known of an usul besides its data: state, draft, how often it came. Two lines at most. */
export function MarksCell({ row, withStatus, batch }: MarksCellProps) {
  const marks = rowMarksOf(row, withStatus, batch, inboxWordsOf(useRole()));
  const all = marks.map(({ label, hint }) => hint ?? label).join(' · ');
  const [first, second, ...more] = marks;
  return (
    <>
      {first && (
        <CellText icon={icons[first.kind]} tone={tones[first.kind]} title={all}>
          {first.label}
        </CellText>
      )}
      {second && (
        <CellText icon={icons[second.kind]} tone={tones[second.kind]} title={all} small>
          {[second, ...more].map(({ label }) => label).join(' · ')}
        </CellText>
      )}
    </>
  );
}
