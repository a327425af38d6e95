import { useState } from 'react';
import { Button, Checkbox, Field, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CodeField } from '#renderer/frame/sign-in/code-field.tsx';
import { useFirstFocus } from '#renderer/frame/sign-in/use-first-focus.ts';
import { stepText } from '#renderer/frame/sign-in/texts.ts';
import { copyText } from '#renderer/ui/copy-text.ts';
import { QrCode } from '#renderer/ui/parts/qr/qr-code.tsx';
import type { FactorOffer } from '#shared/contract/second-factor.ts';

const words = stepText.offer;
const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px' },
  code: { width: '196px', maxWidth: '100%', alignSelf: 'center' },
  secret: {
    fontFamily: 'Consolas, "Courier New", monospace',
    overflowWrap: 'anywhere',
    userSelect: 'all',
  },
  codes: {
    padding: '10px 12px',
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
  },
  list: {
    margin: '6px 0 0',
    padding: 0,
    listStyle: 'none',
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    columnGap: '16px',
    fontFamily: 'Consolas, "Courier New", monospace',
    userSelect: 'text',
  },
  ways: { display: 'flex', gap: '8px', alignItems: 'center' },
});

interface FactorOfferFormProps {
  readonly offer: FactorOffer;
  readonly busy: boolean;
  /** The first code of it, once its recovery codes are kept. */
  readonly onCode: (code: string) => void;
}

/** A second factor that was offered: its secret to be scanned, its recovery codes to be kept, and then its first code. */
export function FactorOfferForm({ offer, busy, onCode }: FactorOfferFormProps) {
  const styles = useStyles();
  const [scanned, setScanned] = useState(false);
  return (
    <div className={styles.root}>
      {scanned ? (
        <>
          <RecoveryCodes codes={offer.recoveryCodes} />
          <FirstCode busy={busy} onCode={onCode} />
          <Button onClick={() => setScanned(false)}>{words.back}</Button>
        </>
      ) : (
        <Secret offer={offer} onNext={() => setScanned(true)} />
      )}
    </div>
  );
}

interface SecretProps {
  readonly offer: FactorOffer;
  readonly onNext: () => void;
}

function Secret({ offer, onNext }: SecretProps) {
  const styles = useStyles();
  const next = useFirstFocus();
  return (
    <>
      <Text>{words.scan}</Text>
      <div className={styles.code}>
        <QrCode text={offer.address} label={words.qr} />
      </div>
      <Text size={200}>{words.secret}</Text>
      <Text className={styles.secret} data-testid="kunci-faktor">
        {inGroups(offer.secret)}
      </Text>
      <Button appearance="primary" ref={next} onClick={onNext}>
        {words.next}
      </Button>
    </>
  );
}

function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  const styles = useStyles();
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = async (): Promise<void> =>
    setCopied(await copyText([words.codesHead, ...codes].join('\n')));
  return (
    <>
      <Text>{words.codes}</Text>
      <div className={styles.codes} data-print="">
        <Text weight="semibold">{words.codesHead}</Text>
        <ul className={styles.list} data-testid="kode-cadangan">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </div>
      <div className={styles.ways}>
        <Button size="small" onClick={() => void copy()}>
          {words.copy}
        </Button>
        <Button size="small" onClick={() => window.print()}>
          {words.print}
        </Button>
        <output>{copied === null ? '' : copied ? words.copied : words.notCopied}</output>
      </div>
    </>
  );
}

function FirstCode({ busy, onCode }: Pick<FactorOfferFormProps, 'busy' | 'onCode'>) {
  const [saved, setSaved] = useState(false);
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const submit = (): void => {
    setTried(true);
    if (!busy && saved && code.trim() !== '') onCode(code.trim());
  };
  return (
    <>
      <Field validationMessage={tried && !saved ? words.savedMissing : null}>
        <Checkbox
          label={words.saved}
          checked={saved}
          onChange={(_, data) => setSaved(data.checked === true)}
        />
      </Field>
      <CodeField
        label={words.first}
        hint={words.firstHint}
        value={code}
        missing={tried && code.trim() === ''}
        onChange={setCode}
      />
      <Button appearance="primary" disabledFocusable={busy} onClick={submit}>
        {busy ? stepText.busy : words.submit}
      </Button>
    </>
  );
}

function inGroups(secret: string): string {
  return secret.replaceAll(/(.{4})(?=.)/gu, '$1 ');
}
