import { useState } from 'react';
import { Button, Dialog, DialogSurface, makeStyles, Text } from '@fluentui/react-components';
import type { StoreApi } from 'zustand';
import { OfferFactor } from '#renderer/features/settings/factor/offer-factor.tsx';
import { RemoveFactor } from '#renderer/features/settings/factor/remove-factor.tsx';
import { SettingRow, settingIds } from '#renderer/features/settings/setting-row.tsx';
import { settingsText } from '#renderer/features/settings/texts.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import type { SessionStore } from '#renderer/core/session/session-contract.ts';
import { useAnswer } from '#renderer/frame/use-answer.ts';
import type { FactorStanding } from '#shared/contract/second-factor.ts';
import { longDate } from '#shared/kernel/date-text.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';

const words = settingsText.factor;
const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '6px', alignItems: 'flex-start' },
  ways: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

interface FactorSettingProps {
  readonly query: QueryDesk;
  readonly session: StoreApi<SessionStore>;
  readonly announce: (sentence: string) => void;
}

/** The second factor of the own account; the server alone knows how it stands. */
export function FactorSetting({ query, session, announce }: FactorSettingProps) {
  const styles = useStyles();
  const answer = useAnswer((signal) => query.ask('factorStanding', {}, signal));
  const { value: standing, failure, reload } = answer;
  const [open, setOpen] = useState<'pasang' | 'lepas' | null>(null);
  const finish = (sentence: string): void => {
    setOpen(null);
    announce(sentence);
    reload();
  };
  const has = standing !== null && standing.confirmedAt !== null;
  const describedBy = settingIds('faktor').hintId;
  return (
    <SettingRow id="faktor" label={words.label} hint={words.hint}>
      <div className={styles.root}>
        <Text>{standing ? standingText(standing) : (failure?.message ?? words.asking)}</Text>
        {standing ? (
          <div className={styles.ways}>
            <Button aria-describedby={describedBy} onClick={() => setOpen('pasang')}>
              {has ? words.replace : words.add}
            </Button>
            {has && <Button onClick={() => setOpen('lepas')}>{words.remove}</Button>}
          </div>
        ) : (
          failure && <Button onClick={reload}>{words.again}</Button>
        )}
      </div>
      <Dialog
        modalType="alert"
        open={open !== null}
        onOpenChange={(_, data) => !data.open && setOpen(null)}
      >
        <DialogSurface style={{ maxWidth: '460px' }}>
          {open === 'pasang' && (
            <OfferFactor
              session={session}
              has={has}
              onDone={() => finish(words.added)}
              onLeave={() => setOpen(null)}
            />
          )}
          {open === 'lepas' && (
            <RemoveFactor
              query={query}
              onDone={() => finish(words.removed)}
              onLeave={() => setOpen(null)}
            />
          )}
        </DialogSurface>
      </Dialog>
    </SettingRow>
  );
}

function standingText({ confirmedAt, recoveryCodes, askedFrom }: FactorStanding): string {
  const asked = askedFrom === null ? '' : ` ${words.asked(longDate(askedFrom))}`;
  if (confirmedAt === null) return words.none + asked;
  return words.since(longDate(localDateOf(new Date(confirmedAt))), recoveryCodes) + asked;
}
