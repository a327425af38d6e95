import { Suspense, useEffect } from 'react';
import { Button, makeStyles } from '@fluentui/react-components';
import type { AppPorts } from '#renderer/desk/app-ports.ts';
import type { Place } from '#renderer/desk/registry/registry.ts';
import { appText } from '#renderer/desk/text/app.ts';
import type { ScreenProps } from '#renderer/frame/screen.tsx';
import { sharedText } from '#renderer/frame/shared-text.ts';
import { Waiting } from '#renderer/ui/parts/waiting.tsx';

const useStyles = makeStyles({
  // A view is fetched ahead and comes within a blink: a spinner is only for the wait that is longer.
  waiting: {
    height: '100%',
    animationName: { from: { visibility: 'hidden' }, to: { visibility: 'hidden' } },
    animationDuration: '400ms',
  },
});

interface CurrentScreenProps extends Omit<ScreenProps, 'params' | 'desk' | 'workers'> {
  readonly place: Place;
  readonly ports: AppPorts;
}

/** The screen of the place, with the ways to the others. */
export function CurrentScreen({ place, ports, policy, ways, announce }: CurrentScreenProps) {
  const styles = useStyles();
  const { screen, params } = place;
  const { desk, workers } = ports;
  useEffect(() => {
    document.title = `${screen.title} · ${sharedText.product}`;
  }, [screen.title]);
  const waiting = (
    <div className={styles.waiting}>
      <Waiting label={appText.loading} tooLong={sharedText.startSlow}>
        <Button onClick={() => window.location.reload()}>{appText.reload}</Button>
      </Waiting>
    </div>
  );
  return (
    <Suspense fallback={waiting}>
      <screen.View
        key={screen.kind}
        desk={desk}
        workers={workers}
        policy={policy}
        params={params}
        ways={ways}
        announce={announce}
      />
    </Suspense>
  );
}
