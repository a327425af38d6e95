import { expect } from 'vitest';
import type { RunningDesk } from '#renderer/core/desk.ts';
import { sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { until } from '#tests/support/until.ts';

/** Signs in as the one account of the fake server. */
export const signIn = (desk: RunningDesk, password: string) =>
  desk.session.getState().signIn('verifikator', password);
/** Types a password on the lock screen. */
export const unlock = (desk: RunningDesk, password: string) =>
  desk.session.getState().unlock(password);
/** What the window shows. */
export const kindOf = (desk: RunningDesk) => desk.session.getState().session.kind;

/** Resolves when the session is of a kind. */
export async function is(desk: RunningDesk, kind: ReturnType<typeof kindOf>): Promise<void> {
  await until(() => expect(kindOf(desk)).toBe(kind));
}

/** Something typed that only this PC has. */
export async function types(desk: RunningDesk, note: string): Promise<void> {
  await desk.currentCase.getState().open(sampleUsul(1).id);
  desk.currentCase.getState().writeNote(note);
  await desk.flush();
}

/** What was typed is there. */
export async function shows(desk: RunningDesk, note: string): Promise<void> {
  await desk.currentCase.getState().open(sampleUsul(1).id);
  expect(desk.currentCase.getState().current).toMatchObject({ draft: { note } });
}
