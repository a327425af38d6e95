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
import { keyTable, type KeyBinding, type KeyScope } from '#renderer/ui/keys/key-table.ts';
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
  scope: { marginBottom: '12px' },
  /** Few keys stand together; only the long list of the workbench goes on in the next column. */
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

const scopes: readonly KeyScope[] = [
  'umum',
  'inbox',
  'workbench',
  'letak',
  'alasan',
  'dokumen',
  'konflik',
];

const gestures: Partial<Record<KeyScope, readonly Pick<KeyBinding, 'shown' | 'label'>[]>> =
  keysText.gestures;

/** All keys, from the one key table. */
export function KeyOverlay({
  open,
  onClose,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const styles = useStyles();
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{keysText.title}</DialogTitle>
          <DialogContent className={styles.content} tabIndex={0}>
            <Text>{keysText.intro}</Text>
            <div className={styles.columns}>
              {scopes.map((scope) => (
                <KeyScopeList key={scope} scope={scope} />
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

function KeyScopeList({ scope }: { readonly scope: KeyScope }) {
  const styles = useStyles();
  return (
    <section className={mergeClasses(styles.scope, scope !== 'workbench' && styles.together)}>
      <h3 className={styles.title}>{keysText.scopes[scope]}</h3>
      <dl className={styles.list}>
        {keyTable
          .filter((binding) => binding.scope === scope)
          .map((binding) => (
            <KeyLine key={binding.action} {...binding} />
          ))}
        {(gestures[scope] ?? []).map((gesture) => (
          <KeyLine key={gesture.shown} {...gesture} />
        ))}
      </dl>
    </section>
  );
}

function KeyLine({ shown, label }: Pick<KeyBinding, 'shown' | 'label'>) {
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
