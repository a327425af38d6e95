import type { Platform } from '#shared/bridge/platform.ts';

/** Notes failures that nobody was waiting for: kind and place, never their message, which may quote what was typed. */
export function makeNoteError(platform: Pick<Platform, 'log'>): (cause: unknown) => void {
  return (cause) => {
    const place =
      cause instanceof Error ? (cause.stack?.split('\n').slice(1, 6).join(' ') ?? '') : '';
    const name = cause instanceof Error ? cause.name : typeof cause;
    const detail = `${name} ${place}`.slice(0, 2000);
    void platform.log({ level: 'error', event: 'desk', detail });
  };
}
