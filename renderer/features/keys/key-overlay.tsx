import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  mergeClasses,
  Text,
} from '@fluentui/react-components';
import { keysText } from '#renderer/features/keys/texts.ts';
import type { KeyGesture, KeyGroup } from '#renderer/ui/keys/key-group.ts';
import { KeyCap } from '#renderer/ui/parts/key-cap.tsx';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  surface: { maxWidth: 'min(1120px, calc(100vw - 48px))', padding: '16px 20px' },
  /** Scrolls inside where the window is low; the title and the button stay. */
  content: {
    maxHeight: 'calc(100vh - 150px)',
    // The frame of the focus does not touch the words; they stay under the title.
    margin: '0 -8px',
    padding: '2px 8px',
  },
  columns: {
    columns: '20em 3',
    columnGap: '28px',
    marginTop: '10px',
    fontSize: textSizes.dense,
    lineHeight: lineHeights.dense,
  },
  group: { marginBottom: '12px' },
  /** Few keys stand together; only a long list goes on in the next column. */
  together: { breakInside: 'avoid' },
  title: {
    margin: '0 0 4px',
    breakAfter: 'avoid',
    fontSize: textSizes.body,
    lineHeight: lineHeights.body,
  },
  list: { margin: 0 },
  line: {
    display: 'grid',
    gridTemplateColumns: '8.6em 1fr',
    columnGap: '10px',
    alignItems: 'baseline',
    padding: '1px 0',
    breakInside: 'avoid',
  },
  label: { margin: 0 },
});

/** More keys than stand together in one column. */
const longList = 20;

interface KeyOverlayProps {
  readonly groups: readonly KeyGroup[];
  readonly open: boolean;
  readonly onClose: () => void;
}

/** All keys there are. */
export function KeyOverlay({ groups, open, onClose }: KeyOverlayProps) {
  const styles = useStyles();
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{keysText.title}</DialogTitle>
          <DialogContent className={styles.content} tabIndex={0}>
            <Text>{keysText.intro}</Text>
            <div className={styles.columns}>
              {groups.map((group) => (
                <KeyGroupList key={group.scope} group={group} />
              ))}
            </div>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {keysText.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** The keys and gestures of one group, under its name. */
export function KeyGroupList({ group }: { readonly group: KeyGroup }) {
  const styles = useStyles();
  const { title, keys, gestures = [] } = group;
  return (
    <section className={mergeClasses(styles.group, keys.length <= longList && styles.together)}>
      <h3 className={styles.title}>{title}</h3>
      <dl className={styles.list}>
        {keys.map((binding) => (
          <KeyLine key={binding.action} {...binding} />
        ))}
        {gestures.map((gesture) => (
          <KeyLine key={gesture.shown} {...gesture} />
        ))}
      </dl>
    </section>
  );
}

function KeyLine({ shown, label }: KeyGesture) {
  const styles = useStyles();
  return (
    <div className={styles.line}>
      <dt>
        <KeyCap shown={shown} spoken />
      </dt>
      <dd className={styles.label}>{label}</dd>
    </div>
  );
}
