import { Badge, Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import {
  ArrowLeft20Regular,
  ChevronLeft20Regular,
  ChevronRight20Regular,
} from '@fluentui/react-icons';
import { formatDay, formatDaysLeft, urgencyOf } from '#renderer/ui/format/dates.ts';
import { shownKey } from '#renderer/ui/keys/key-table.ts';
import { useToday } from '#renderer/ui/parts/use-today.ts';
import { workbenchText } from '#renderer/ui/text/workbench.ts';
import { fullName } from '#shared/domain/model/full-name.ts';
import { employeeKindLabels } from '#shared/domain/model/labels.ts';
import { recordTypes } from '#shared/domain/model/record-types.ts';
import type { Usul } from '#shared/domain/model/usul.ts';
import { showNip } from '#shared/domain/model/value-text.ts';

const useStyles = makeStyles({
  root: {
    padding: '4px 12px 5px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'flex',
    flexDirection: 'column',
    gap: '1px',
  },
  bar: { display: 'flex', alignItems: 'center', gap: '6px', marginLeft: '-8px' },
  place: { marginLeft: 'auto', fontSize: '12px', fontVariantNumeric: 'tabular-nums' },
  person: { display: 'flex', alignItems: 'baseline', gap: '10px', minWidth: 0 },
  name: {
    margin: 0,
    minWidth: 0,
    fontSize: '17px',
    lineHeight: '22px',
    fontWeight: tokens.fontWeightSemibold,
  },
  identity: {
    marginLeft: 'auto',
    flexShrink: 0,
    fontSize: '13px',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
  post: { display: 'flex', gap: '10px', minWidth: 0 },
  deadline: { marginLeft: 'auto', flexShrink: 0, whiteSpace: 'nowrap' },
  clip: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  facts: { fontSize: '12px', lineHeight: '16px', color: tokens.colorNeutralForeground2 },
  lewat: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  mendesak: {
    color: tokens.colorPaletteDarkOrangeForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  biasa: {},
  note: { fontStyle: 'italic' },
});

/** Where the usul stands in the queue and the way around it. */
export interface CaseNavigation {
  readonly place: string;
  readonly onLeave: () => void;
  readonly onPrevious: () => void;
  readonly onNext: () => void;
}

/** Who proposes what until when. */
export function CaseHeader({
  usul,
  navigation,
}: {
  readonly usul: Usul;
  readonly navigation: CaseNavigation;
}) {
  const styles = useStyles();
  const { employee } = usul;
  const name = fullName(employee);
  const facts = [employee.jabatan, usul.unorNama].filter((text) => text !== '').join(' · ');
  return (
    <header className={styles.root}>
      <NavigationBar usul={usul} navigation={navigation} />
      <div className={styles.person}>
        <h1 className={mergeClasses(styles.name, styles.clip)} title={name}>
          {name}
        </h1>
        <span className={styles.identity}>
          {employeeKindLabels[employee.kind]} · {showNip(employee.nip)}
        </span>
      </div>
      <div className={mergeClasses(styles.facts, styles.post)}>
        <span className={styles.clip} title={facts}>
          {facts}
        </span>
        <DeadlineText usul={usul} />
      </div>
      {usul.asnNote !== '' && (
        <div className={mergeClasses(styles.facts, styles.clip, styles.note)} title={usul.asnNote}>
          {workbenchText.asnNote}: {usul.asnNote}
        </div>
      )}
    </header>
  );
}

function NavigationBar({
  usul,
  navigation,
}: {
  readonly usul: Usul;
  readonly navigation: CaseNavigation;
}) {
  const styles = useStyles();
  return (
    <div className={styles.bar}>
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowLeft20Regular />}
        title={`${workbenchText.back} (${shownKey('leave')})`}
        onClick={navigation.onLeave}
      >
        {workbenchText.back}
      </Button>
      <Badge appearance="filled" color={usul.kind === 'hapus' ? 'danger' : 'brand'}>
        {workbenchText.kindSentence[usul.kind]}
      </Badge>
      <Text weight="semibold">{recordTypes[usul.recordType].label}</Text>
      {usul.revision > 1 && (
        <Badge appearance="tint">{workbenchText.revision(usul.revision)}</Badge>
      )}
      <span className={styles.place}>{navigation.place}</span>
      <Button
        size="small"
        appearance="subtle"
        icon={<ChevronLeft20Regular />}
        aria-label={workbenchText.previous}
        title={`${workbenchText.previous} (${shownKey('previousCase')})`}
        onClick={navigation.onPrevious}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<ChevronRight20Regular />}
        aria-label={workbenchText.next}
        title={`${workbenchText.next} (${shownKey('nextCase')})`}
        onClick={navigation.onNext}
      />
    </div>
  );
}

function DeadlineText({ usul }: { readonly usul: Usul }) {
  const styles = useStyles();
  const today = useToday();
  return (
    <span className={styles.deadline}>
      {workbenchText.deadline} {formatDay(usul.deadline)}{' '}
      <span className={styles[urgencyOf(usul.deadline, today)]}>
        ({formatDaysLeft(usul.deadline, today)})
      </span>
    </span>
  );
}
