import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
} from '@fluentui/react-components';
import { shownKey } from '#renderer/ui/keys/key-table.ts';
import { workbenchText } from '#renderer/ui/text/workbench.ts';

const useStyles = makeStyles({ root: { flexShrink: 0, padding: '8px 12px' } });

/** Takes the place of the decision where there is none to make: why, and the way on. */
export function ReadOnlyPanel({
  because,
  onNext,
}: {
  readonly because: string;
  readonly onNext: () => void;
}) {
  const styles = useStyles();
  return (
    <section className={styles.root} aria-label={workbenchText.decide}>
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>{because}</MessageBarBody>
        <MessageBarActions>
          <Button title={`${workbenchText.next} (${shownKey('nextCase')})`} onClick={onNext}>
            {workbenchText.next}
          </Button>
        </MessageBarActions>
      </MessageBar>
    </section>
  );
}
