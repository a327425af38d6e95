import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { keyTable, type KeyScope } from '#renderer/ui/keys/key-table.ts';
import { keysText } from '#renderer/ui/text/keys.ts';

const useStyles = makeStyles({
  surface: { maxWidth: '880px' },
  columns: { columnCount: 3, columnGap: '24px', marginTop: '12px' },
  scope: { breakInside: 'avoid', marginBottom: '12px' },
  title: { margin: '0 0 4px', fontSize: '14px' },
  list: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    gap: '3px 10px',
    fontSize: '12px',
    lineHeight: '18px',
  },
  key: {
    justifySelf: 'start',
    alignSelf: 'start',
    padding: '0 5px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: '3px',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightSemibold,
  },
  label: { margin: 0 },
});

const scopes: readonly KeyScope[] = ['umum', 'inbox', 'workbench', 'alasan', 'dokumen'];

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
          <DialogContent>
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
    <section className={styles.scope}>
      <h3 className={styles.title}>{keysText.scopes[scope]}</h3>
      <dl className={styles.list}>
        {keyTable
          .filter((binding) => binding.scope === scope)
          .map((binding) => (
            <KeyLine key={binding.action} shown={binding.shown} label={binding.label} />
          ))}
      </dl>
    </section>
  );
}

function KeyLine({ shown, label }: { readonly shown: string; readonly label: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.key}>{shown}</dt>
      <dd className={styles.label}>{label}</dd>
    </>
  );
}
