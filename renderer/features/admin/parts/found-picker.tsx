import { useEffect, useState } from 'react';
import { Combobox, Field, Option } from '@fluentui/react-components';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';

/** How long typing may pause before the server is asked, in milliseconds. */
const pauseMs = 250;
/** More than that nobody reads: he or she types on. */
const mostFound = 20;

/** What can be found by a part of its name. */
interface Named {
  readonly id: string;
  readonly displayName: string;
}

/** Where something is found by a part of a name; null: there is no answer. The same function at each drawing, else it is asked again. */
export type LookFor<T extends Named> = (
  query: QueryDesk,
  search: string,
  signal: AbortSignal,
) => Promise<readonly T[] | null>;

interface FoundPickerProps<T extends Named> {
  readonly query: QueryDesk;
  readonly look: LookFor<T>;
  /** One that was found, in a line. */
  readonly lineOf: (found: T) => string;
  readonly words: { readonly label: string; readonly hint: string; readonly none: string };
  /** Why the form cannot be sent without one; null: there is nothing to say. */
  readonly missing: string | null;
  readonly onPick: (found: T | null) => void;
}

/** One of many at the server, by a part of its name or number. */
export function FoundPicker<T extends Named>(props: FoundPickerProps<T>) {
  const { query, look, lineOf, words, missing, onPick } = props;
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const found = useFound(query, look, typed);

  function pick(id: string | undefined): void {
    const one = found?.find((some) => some.id === id) ?? null;
    if (one) setTyped(one.displayName);
    onPick(one);
  }

  return (
    <Field label={words.label} hint={words.hint} validationMessage={missing}>
      <Combobox
        freeform
        value={typed}
        open={open && found !== null}
        onOpenChange={(_, data) => setOpen(data.open)}
        onChange={(event) => {
          setTyped(event.target.value);
          setOpen(true);
          onPick(null);
        }}
        onOptionSelect={(_, data) => pick(data.optionValue)}
      >
        {found?.map((one) => (
          <Option key={one.id} value={one.id} text={one.displayName}>
            {lineOf(one)}
          </Option>
        ))}
        {found?.length === 0 && (
          <Option disabled value="" text="">
            {words.none}
          </Option>
        )}
      </Combobox>
    </Field>
  );
}

function useFound<T extends Named>(
  query: QueryDesk,
  look: LookFor<T>,
  search: string,
): readonly T[] | null {
  const [found, setFound] = useState<readonly T[] | null>(null);
  useEffect(() => {
    const mine = new AbortController();
    const ask = async (): Promise<void> => {
      const all = await look(query, search, mine.signal);
      if (all && !mine.signal.aborted) setFound(all.slice(0, mostFound));
    };
    const timer = setTimeout(() => void ask(), pauseMs);
    return () => {
      clearTimeout(timer);
      mine.abort();
    };
  }, [query, look, search]);
  return found;
}
