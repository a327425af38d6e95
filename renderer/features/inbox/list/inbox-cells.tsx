import {
  Add16Regular,
  ArrowDownload16Regular,
  CalendarCancel16Filled,
  CalendarClock16Regular,
  Delete16Regular,
  Document16Regular,
  DocumentError16Regular,
  Edit16Regular,
  ErrorCircle16Filled,
  Warning16Filled,
} from '@fluentui/react-icons';
import { makeStyles, tokens } from '@fluentui/react-components';
import { inboxText } from '#renderer/features/inbox/text/inbox.ts';
import { CellText } from '#renderer/ui/parts/data-table/cell-text.tsx';
import type { InboxRow } from '#renderer/core/inbox/inbox-contract.ts';
import { formatCount } from '#renderer/ui/format/amounts.ts';
import { formatDay, formatDaysLeft, urgencyOf } from '#renderer/ui/format/dates.ts';
import { usulKindLabels } from '#shared/records/record-labels.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import { showNip } from '#shared/records/value-text.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

const useStyles = makeStyles({
  findings: { display: 'flex', gap: '10px', fontVariantNumeric: 'tabular-nums' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const deadlineTones = { lewat: 'bad', mendesak: 'urgent', biasa: 'usual' } as const;
const deadlineIcons = {
  lewat: <CalendarCancel16Filled />,
  mendesak: <CalendarClock16Regular />,
  biasa: undefined,
} as const;

interface DeadlineCellProps {
  readonly deadline: LocalDate;
  readonly today: LocalDate;
}

/** Deadline: how far, in words and colour, and the day itself. */
export function DeadlineCell({ deadline, today }: DeadlineCellProps) {
  const urgency = urgencyOf(deadline, today);
  return (
    <>
      <CellText
        icon={deadlineIcons[urgency]}
        tone={deadlineTones[urgency]}
        strong={urgency !== 'biasa'}
      >
        {formatDaysLeft(deadline, today)}
      </CellText>
      <CellText small>{formatDay(deadline)}</CellText>
    </>
  );
}

/** Who: name and NIP, and the unit where it has no column of its own. */
export function PersonCell({
  row,
  withUnor,
}: {
  readonly row: InboxRow;
  readonly withUnor: boolean;
}) {
  const nip = showNip(row.nip);
  return (
    <>
      <CellText strong title={row.nama}>
        {row.nama}
      </CellText>
      {withUnor ? (
        <CellText small title={`${nip} · ${row.unorNama}`}>{`${nip} · ${row.unorNama}`}</CellText>
      ) : (
        <CellText small>{nip}</CellText>
      )}
    </>
  );
}

const kindIcons = {
  tambah: <Add16Regular />,
  ubah: <Edit16Regular />,
  hapus: <Delete16Regular />,
} as const;

/** The kind of usul by icon and word. */
export function KindText({
  row,
  small = false,
}: {
  readonly row: InboxRow;
  readonly small?: boolean;
}) {
  return (
    <CellText icon={kindIcons[row.kind]} small={small}>
      {usulKindLabels[row.kind]}
    </CellText>
  );
}

/** The record type, and the kind of usul where it has no column of its own. */
export function RecordCell({
  row,
  withKind,
}: {
  readonly row: InboxRow;
  readonly withKind: boolean;
}) {
  const { label } = recordTypes[row.recordType];
  return (
    <>
      <CellText title={label}>{label}</CellText>
      {withKind && <KindText row={row} small />}
    </>
  );
}

/** How many errors and warnings the rules found, and how much the documents were read to say against the usul. */
export function FindingsCell({
  findings,
  documentFindings,
}: Pick<InboxRow, 'findings' | 'documentFindings'>) {
  const styles = useStyles();
  const { galat, peringatan } = findings;
  const words = inboxText.findings(galat, peringatan, documentFindings);
  if (galat + peringatan + documentFindings === 0) {
    return (
      <span className={styles.quiet} title={words}>
        {inboxText.noFindings}
      </span>
    );
  }
  return (
    <span className={styles.findings} title={words}>
      {galat > 0 && (
        <CellText icon={<ErrorCircle16Filled aria-label={inboxText.errors} />} tone="bad" strong>
          {formatCount(galat)}
        </CellText>
      )}
      {peringatan > 0 && (
        <CellText icon={<Warning16Filled aria-label={inboxText.warnings} />} tone="urgent" strong>
          {formatCount(peringatan)}
        </CellText>
      )}
      {documentFindings > 0 && (
        <CellText
          icon={<DocumentError16Regular aria-label={inboxText.documentFindings} />}
          tone="urgent"
          strong
        >
          {formatCount(documentFindings)}
        </CellText>
      )}
    </span>
  );
}

/** Whether the documents are on this PC. */
export function DocumentsCell({
  ready,
  small = false,
}: {
  readonly ready: boolean;
  readonly small?: boolean;
}) {
  return ready ? (
    <CellText icon={<Document16Regular />} title={inboxText.documentsReadyHint} small={small}>
      {inboxText.documentsReady}
    </CellText>
  ) : (
    <CellText icon={<ArrowDownload16Regular />} title={inboxText.documentsComingHint} small>
      {inboxText.documentsComing}
    </CellText>
  );
}
