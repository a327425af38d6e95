import { NotedList } from '#renderer/features/admin/assignment/noted-list.tsx';
import { assignmentText as texts } from '#renderer/features/admin/assignment/texts.ts';
import { useAct } from '#renderer/features/admin/parts/use-act.ts';
import type { Answered } from '#renderer/frame/use-answer.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import { formatDay } from '#renderer/ui/format/dates.ts';
import type { Absences as ListedAbsences } from '#shared/contract/admin/assignment.ts';

interface AbsencesProps {
  readonly answer: Answered<ListedAbsences>;
  readonly query: QueryDesk;
  readonly onEnded: (sentence: string) => void;
}

/** Who is away, or will be. */
export function Absences({ answer, query, onEnded }: AbsencesProps) {
  const act = useAct();
  const absences = answer.value?.absences ?? null;
  const end = (id: string): void =>
    act.run(
      () => query.ask('adminEndAbsence', { body: { id } }),
      () => {
        const name = absences?.find((one) => one.id === id)?.displayName ?? '';
        onEnded(texts.absenceEnded(name));
      },
    );
  return (
    <NotedList
      label={texts.absences}
      noted={
        absences &&
        absences.map(({ id, displayName, from, until }) => ({
          id,
          name: displayName,
          about: texts.days(formatDay(from), formatDay(until)),
          end: { text: texts.takeBack, label: texts.takeBackLabel(displayName) },
        }))
      }
      failure={answer.failure ?? act.failure}
      busy={act.busy}
      empty={texts.noAbsences}
      onEnd={end}
    />
  );
}
