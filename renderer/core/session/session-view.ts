import type { StoreApi } from 'zustand/vanilla';
import type { SessionState, SessionStore } from '#renderer/core/session/session-contract.ts';

/** What this window shows of the session. */
export interface SessionView {
  readonly current: () => SessionState;
  readonly show: (session: SessionState) => void;
  /** Says that what was kept on this PC could not be opened any more. */
  readonly showKeyLost: () => void;
  /** Says that the server asks for another password, or (false) no longer does. */
  readonly showNewPasswordAsked: (asked: boolean) => void;
  /** Says that the person is to choose among several appointments, or (false) has. */
  readonly showAppointmentAsked: (asked: boolean) => void;
  /** Resolves when something else is shown, or after so many milliseconds. */
  readonly changed: (patienceMs: number) => Promise<void>;
}

/** The view through the store of the session. */
export function makeSessionView(store: StoreApi<SessionStore>): SessionView {
  return {
    current: () => store.getState().session,
    show: (session) => store.setState({ session }),
    showKeyLost: () => store.setState({ keyLost: true }),
    showNewPasswordAsked: (newPasswordAsked) => store.setState({ newPasswordAsked }),
    showAppointmentAsked: (appointmentAsked) => store.setState({ appointmentAsked }),
    changed: (patienceMs) =>
      new Promise((resolve) => {
        const done = (): void => {
          clearTimeout(timer);
          stop();
          resolve();
        };
        const timer = setTimeout(done, patienceMs);
        const stop = store.subscribe(done);
      }),
  };
}
