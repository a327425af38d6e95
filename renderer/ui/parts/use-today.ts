import { useEffect, useState } from 'react';
import { localDateOf, type LocalDate } from '#shared/kernel/local-date.ts';

/** Today on this PC; follows the clock past midnight. */
export function useToday(): LocalDate {
  const [today, setToday] = useState(() => localDateOf(new Date()));
  useEffect(() => {
    const timer = setInterval(() => setToday(localDateOf(new Date())), 60_000);
    return () => clearInterval(timer);
  }, []);
  return today;
}
