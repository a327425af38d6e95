import { useCallback, useState } from 'react';
import { outboxText } from '#renderer/features/outbox/texts.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import type { Desk } from '#renderer/core/desk-contract.ts';

interface HandoverUse {
  readonly handover: Desk['handover'];
  readonly announce: (sentence: string) => void;
}

/** How a file of decisions is made and passed on. */
export interface HandoverActions {
  /** A file is on its way to the server. */
  readonly busy: boolean;
  /** Why the last of them did not work. */
  readonly trouble: ShownError | null;
  readonly exportUnsent: () => void;
  readonly passOn: (file: Blob) => void;
}

/** Exporting what waits, and passing on a file of another PC. */
export function useHandover({ handover, announce }: HandoverUse): HandoverActions {
  const [trouble, setTrouble] = useState<ShownError | null>(null);
  const [busy, setBusy] = useState(false);
  const exportUnsent = useCallback(async (): Promise<void> => {
    const result = await handover.exportUnsent();
    setTrouble(result.ok ? null : result.error);
    if (!result.ok) return;
    offerFile(result.value.name, result.value.bytes);
    announce(outboxText.exported(result.value.count));
  }, [handover, announce]);
  const passOn = useCallback(
    async (file: Blob): Promise<void> => {
      setTrouble(null);
      setBusy(true);
      const result = await handover.passOn(file);
      setBusy(false);
      if (!result.ok) return setTrouble(result.error);
      announce(outboxText.passedOn(result.value));
    },
    [handover, announce],
  );
  return {
    busy,
    trouble,
    exportUnsent: useCallback(() => void exportUnsent(), [exportUnsent]),
    passOn: useCallback((file) => void passOn(file), [passOn]),
  };
}

// Long enough for the slowest dialog that asks where to put it.
const keepMs = 600_000;

/** Offers bytes as a file: the browser, or Electron, asks the person where to put it or puts it with the downloads. */
function offerFile(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), keepMs);
}
