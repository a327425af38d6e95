import { useEffect, useState, type ReactNode } from 'react';
import { Spinner } from '@fluentui/react-components';
import { Notice } from '#renderer/ui/parts/notice.tsx';

interface WaitingProps {
  readonly label: string;
  /** Shown instead of the spinner when the wait is longer than it may be. */
  readonly tooLong: string;
  readonly afterSeconds?: number;
  readonly children?: ReactNode;
}

/** A wait that never turns endless: after a while it says so and offers `children` as a way out. */
export function Waiting({ label, tooLong, afterSeconds = 15, children }: WaitingProps) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), afterSeconds * 1000);
    return () => clearTimeout(timer);
  }, [afterSeconds]);
  if (late) return <Notice title={tooLong}>{children}</Notice>;
  return (
    <Notice title="">
      <Spinner label={label} labelPosition="below" />
    </Notice>
  );
}
