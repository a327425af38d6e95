import { makeStyles, tokens } from '@fluentui/react-components';
import { EyeTracking16Regular } from '@fluentui/react-icons';
import type { SubtleDifference } from '#renderer/features/workbench/record/difference-hint.ts';
import { recordText } from '#renderer/features/workbench/text/record.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    gap: '5px',
    paddingBottom: '2px',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    color: tokens.colorPaletteDarkOrangeForeground1,
  },
  icon: { flexShrink: 0 },
});

interface SubtleHintProps {
  readonly id: string;
  readonly difference: SubtleDifference;
}

/** Says what the eye easily misses between old and proposed value. */
export function SubtleHint({ id, difference }: SubtleHintProps) {
  const styles = useStyles();
  return (
    <div id={id} className={styles.root}>
      <EyeTracking16Regular className={styles.icon} aria-hidden="true" />
      {recordText.onlyDiffers[difference]}
    </div>
  );
}
