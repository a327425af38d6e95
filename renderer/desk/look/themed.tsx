import { useEffect, useLayoutEffect, useMemo, useState, type ReactNode } from 'react';
import { FluentProvider, PortalMountNodeProvider } from '@fluentui/react-components';
import { useStore } from 'zustand';
import {
  rememberedLook,
  rememberLook,
  type ChosenLook,
} from '#renderer/desk/look/remembered-look.ts';
import { useSystemLook } from '#renderer/desk/look/system-look.ts';
import { appText } from '#renderer/desk/text/app.ts';
import type { Desk } from '#renderer/core/desk-contract.ts';
import { resolveAppearance, colorSchemeOf, makeTheme } from '#renderer/ui/theme.ts';

interface ThemedProps {
  readonly desk: Pick<Desk, 'session' | 'preferences'>;
  readonly children: ReactNode;
}

/** Everything in the look that the person chose: theme, text size and density, also for what the browser draws itself. */
export function Themed({ desk, children }: ThemedProps) {
  const { theme: choice, density, textSize } = useChosenLook(desk);
  const appearance = resolveAppearance(choice, useSystemLook());
  const theme = useMemo(
    () => makeTheme({ appearance, density, textSize }),
    [appearance, density, textSize],
  );
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    style.colorScheme = colorSchemeOf(appearance);
    style.backgroundColor = theme.colorNeutralBackground1;
  }, [appearance, theme]);
  const [above, setAbove] = useState<HTMLElement | null>(null);
  return (
    <FluentProvider theme={theme}>
      <PortalMountNodeProvider value={above ?? undefined}>{children}</PortalMountNodeProvider>
      {/* What opens above the page hangs in a landmark, where a screen reader finds it. */}
      <section ref={setAbove} aria-label={appText.above} />
    </FluentProvider>
  );
}

/** The look on this PC (see the preferences store); at the very start, before anything is read, the one shown last. */
function useChosenLook(desk: ThemedProps['desk']): ChosenLook {
  const [start] = useState(rememberedLook);
  const starting = useStore(desk.session, ({ session }) => session.kind === 'memuat');
  const theme = useStore(desk.preferences, (store) => store.preferences.theme);
  const density = useStore(desk.preferences, (store) => store.preferences.density);
  const textSize = useStore(desk.preferences, (store) => store.preferences.textSize);
  useEffect(() => {
    if (!starting) rememberLook({ theme, density, textSize });
  }, [starting, theme, density, textSize]);
  return starting && start !== null ? start : { theme, density, textSize };
}
