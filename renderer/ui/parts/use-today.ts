import { createContext, useContext, useEffect, useState } from 'react';
import { localDateOf, type LocalDate } from '#shared/kernel/local-date.ts';

/** The clock that the views count days by: the PC's own unless a better one is given. */
export const ClockContext = createContext<() => Date>(() => new Date());

/** Today by that clock; follows it past midnight. */
export function useToday(): LocalDate {
  const now = useContext(ClockContext);
  const [, look] = useState<LocalDate>();
  useEffect(() => {
    const timer = setInterval(() => look(localDateOf(now())), 60_000);
    return () => clearInterval(timer);
  }, [now]);
  return localDateOf(now());
}
