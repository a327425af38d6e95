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
import { accountsText as texts } from '#renderer/features/admin/accounts/texts.ts';
import { showNip } from '#shared/records/value-text.ts';
import type { ActivationSlip } from '#shared/contract/admin/accounts.ts';
import { longDate } from '#shared/kernel/date-text.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: '10px' },
  slip: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '12px',
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    overflowWrap: 'anywhere',
  },
  code: {
    fontFamily: 'Consolas, "Courier New", monospace',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    userSelect: 'all',
  },
});

interface SlipDialogProps {
  readonly slip: ActivationSlip;
  readonly onClose: () => void;
}

/** A code that opens an account once: shown this one time, to be printed or read out. */
export function SlipDialog({ slip, onClose }: SlipDialogProps) {
  const styles = useStyles();
  return (
    <Dialog modalType="alert" open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{texts.slipTitle}</DialogTitle>
          <DialogContent className={styles.content}>
            <Text>{texts.slipOnce}</Text>
            <div className={styles.slip} data-print="" data-testid="slip">
              <Text>{texts.slipHead}</Text>
              <Text weight="semibold">{slip.displayName}</Text>
              {slip.nip !== null && <Text>{texts.slipNip(showNip(slip.nip))}</Text>}
              <Text>{texts.slipUsername(slip.username)}</Text>
              <Text className={styles.code} data-testid="kode">
                {slip.code}
              </Text>
              <Text size={200}>
                {texts.slipUntil(longDate(localDateOf(new Date(slip.validUntil))))}
              </Text>
              <Text size={200}>{texts.slipNobodyAsks}</Text>
            </div>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={() => window.print()}>
              {texts.print}
            </Button>
            <Button onClick={onClose}>{texts.done}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
