import { NotedList } from '#renderer/features/admin/assignment/noted-list.tsx';
import { assignmentText as texts } from '#renderer/features/admin/assignment/texts.ts';
import { useAct } from '#renderer/features/admin/parts/use-act.ts';
import type { Answered } from '#renderer/frame/use-answer.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import { formatDay } from '#renderer/ui/format/dates.ts';
import type { Substitutions as ListedSubstitutions } from '#shared/contract/admin/assignment.ts';

interface SubstitutionsProps {
  readonly answer: Answered<ListedSubstitutions>;
  readonly query: QueryDesk;
  readonly onEnded: (sentence: string) => void;
}

/** Who acts in whose place. */
export function Substitutions({ answer, query, onEnded }: SubstitutionsProps) {
  const act = useAct();
  const substitutions = answer.value?.substitutions ?? null;
  const end = (id: string): void =>
    act.run(
      () => query.ask('adminEndSubstitution', { body: { id } }),
      () => onEnded(texts.substitutionEnded),
    );
  return (
    <NotedList
      label={texts.substitutions}
      noted={
        substitutions &&
        substitutions.map(({ id, substitute, holder, kind, from, until, letterNumber }) => ({
          id,
          name: texts.instead(substitute, holder, kind),
          about: `${texts.days(formatDay(from), formatDay(until))} · ${letterNumber}`,
          end: { text: texts.end, label: texts.endLabel(substitute, holder) },
        }))
      }
      failure={answer.failure ?? act.failure}
      busy={act.busy}
      empty={texts.noSubstitutions}
      onEnd={end}
    />
  );
}
