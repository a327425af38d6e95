import { Button } from '@fluentui/react-components';
import { useStore } from 'zustand';
import type { AppPorts } from '#renderer/desk/app-ports.ts';
import { AppointmentScreen } from '#renderer/desk/appointment-screen.tsx';
import { OutdatedScreen } from '#renderer/desk/outdated-screen.tsx';
import { NoDeskScreen } from '#renderer/desk/no-desk-screen.tsx';
import { deskRoles, startAddress } from '#renderer/desk/registry/features.ts';
import { Shell } from '#renderer/desk/shell/shell.tsx';
import { appText } from '#renderer/desk/text/app.ts';
import { LockScreen } from '#renderer/features/lock/lock-screen.tsx';
import { SignInScreen } from '#renderer/features/sign-in/sign-in-screen.tsx';
import { RoleContext } from '#renderer/frame/role.ts';
import { sharedText } from '#renderer/frame/shared-text.ts';
import { ClockContext } from '#renderer/ui/parts/use-today.ts';
import { Waiting } from '#renderer/ui/parts/waiting.tsx';
import { useEffect, useRef } from 'react';
import { offeredAppointments } from '#renderer/core/session/offered-appointments.ts';
import type { SessionState } from '#renderer/core/session/session-contract.ts';

/** Chooses by session: waiting, signing in, locked, or the desk itself. */
export function App(ports: AppPorts) {
  const store = useStore(ports.desk.session);
  const { session } = store;
  useHomeOf(session, startAddress);
  switch (session.kind) {
    case 'memuat':
      return (
        <main style={{ height: '100vh' }}>
          <Waiting label={appText.loading} tooLong={sharedText.startSlow}>
            <Button onClick={() => window.location.reload()}>{appText.reload}</Button>
          </Waiting>
        </main>
      );
    case 'keluar':
      return (
        <SignInScreen
          lastUsername={session.lastUsername}
          ended={session.ended}
          signIn={(...typed) => store.signIn(...typed)}
          offerFactor={(...typed) => store.offerFactor(...typed)}
          agreeToServer={(key) => store.agreeToServer(key)}
          passwords={ports.desk.passwords}
        />
      );
    case 'versi_lama':
      return (
        <OutdatedScreen
          username={session.username}
          waiting={session.waiting}
          sendWaiting={(...typed) => store.sendWaiting(...typed)}
          offerFactor={(...typed) => store.offerFactor(...typed)}
          agreeToServer={(key) => store.agreeToServer(key)}
        />
      );
    case 'terkunci':
      return <LockScreen locked={session} desk={ports.desk} />;
    case 'masuk':
      if (!deskRoles.includes(session.account.role)) {
        return <WithoutDesk session={session} ports={ports} />;
      }
      return (
        <RoleContext value={session.account.role}>
          <ClockContext value={ports.desk.serverNow}>
            <Seated session={session} ports={ports} />
          </ClockContext>
        </RoleContext>
      );
  }
}

interface SeatedProps {
  readonly session: Extract<SessionState, { kind: 'masuk' }>;
  readonly ports: AppPorts;
}

/** Whoever acts under an appointment that has no desk goes on under one that has, where there is one. */
function WithoutDesk({ session, ports }: SeatedProps) {
  const offered = offeredAppointments(session.appointments, deskRoles);
  return offered.length > 0 ? (
    <AppointmentScreen session={session} offered={offered} desk={ports.desk} />
  ) : (
    <NoDeskScreen session={session} desk={ports.desk} />
  );
}

/** The desk; before it, right after a sign-in, the choice among several appointments. */
function Seated({ session, ports }: SeatedProps) {
  const asked = useStore(ports.desk.session, (store) => store.appointmentAsked);
  const offered = offeredAppointments(session.appointments, deskRoles);
  if (asked && offered.length > 1) {
    return <AppointmentScreen session={session} offered={offered} desk={ports.desk} />;
  }
  const { id, appointmentId } = session.account;
  return <Shell key={appointmentId ?? id} session={session} ports={ports} />;
}

/**
 * While nobody is signed in the address forgets its screen: who signs in next starts at home, not where another left. Each
 * appointment has its own screen and usul: whoever comes back to one finds it where he or she left it.
 */
function useHomeOf(session: SessionState, home: string): void {
  const left = useRef(new Map<string, string>());
  const last = useRef<string | null>(null);
  const { kind } = session;
  const appointment = kind === 'masuk' ? (session.account.appointmentId ?? '') : null;
  useEffect(() => {
    const places = left.current;
    if (kind === 'keluar') {
      window.location.hash = home;
      places.clear();
      last.current = null;
    }
    if (appointment === null) return undefined;
    if (last.current !== null && last.current !== appointment) {
      window.location.hash = places.get(appointment) ?? home;
    }
    last.current = appointment;
    return () => {
      places.set(appointment, window.location.hash.slice(1));
    };
  }, [kind, appointment, home]);
}
