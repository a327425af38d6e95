import { makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { caseKeys } from '#renderer/features/workbench/keys.ts';
import { recordText } from '#renderer/features/workbench/text/record.ts';
import { keyShortcuts, shownKey } from '#renderer/ui/keys/key-group.ts';
import { KeyCap } from '#renderer/ui/parts/key-cap.tsx';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import {
  deletionClaimOf,
  deletionReasonField,
  deletionReasons,
  type DeletionReason,
} from '#shared/records/deletion/deletion-claim.ts';
import { showField } from '#shared/records/value-text.ts';
import type { Usul } from '#shared/records/usul.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '10px',
    padding: '1px 0 3px',
  },
  label: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '6px',
    fontSize: textSizes.dense,
    lineHeight: lineHeights.dense,
    color: tokens.colorNeutralForeground2,
  },
  group: { display: 'flex', flexWrap: 'wrap', columnGap: '12px', rowGap: '2px' },
  radio: {
    '& > .fui-Radio__indicator': { margin: '2px 6px 2px 0' },
    '& > .fui-Radio__label': {
      padding: 0,
      fontSize: textSizes.dense,
      lineHeight: lineHeights.dense,
      alignSelf: 'center',
    },
  },
});

interface ReasonChoiceProps {
  /** As it is judged. */
  readonly usul: Usul;
  readonly readOnly: boolean;
  readonly onChoose: (reason: DeletionReason) => void;
}

/** For which of the catalogue's reasons a deletion is judged that states none itself. */
export function ReasonChoice({ usul, readOnly, onChoose }: ReasonChoiceProps) {
  const styles = useStyles();
  const claim = deletionClaimOf(usul);
  const { judgedFor, judgedForHint } = recordText.deletion;
  return (
    <div className={styles.root}>
      <span
        className={styles.label}
        title={`${judgedForHint} (${shownKey(caseKeys, 'nextDeletionReason')})`}
      >
        {judgedFor}
        {!readOnly && <KeyCap shown={shownKey(caseKeys, 'nextDeletionReason')} />}
      </span>
      <RadioGroup
        layout="horizontal"
        className={styles.group}
        aria-label={judgedFor}
        aria-keyshortcuts={keyShortcuts(caseKeys, 'nextDeletionReason')}
        disabled={readOnly}
        value={claim.kind === 'disebut' ? claim.reason : ''}
        onChange={(_, { value }) => {
          const reason = deletionReasons.find((one) => one === value);
          if (reason) onChoose(reason);
        }}
      >
        {deletionReasons.map((reason) => (
          <Radio
            key={reason}
            className={styles.radio}
            value={reason}
            label={showField(deletionReasonField, reason)}
          />
        ))}
      </RadioGroup>
    </div>
  );
}
