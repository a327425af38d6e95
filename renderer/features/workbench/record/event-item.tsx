import { makeStyles, tokens } from '@fluentui/react-components';
import { recordText } from '#renderer/features/workbench/text/record.ts';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import { historyAction, sharedText } from '#renderer/frame/shared-text.ts';
import { formatTime } from '#renderer/ui/format/dates.ts';
import { longDate } from '#shared/kernel/date-text.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { deletionReasonField } from '#shared/records/deletion/deletion-claim.ts';
import { fieldsOf } from '#shared/records/judged-fields.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import { toldWarnings } from '#shared/records/open-warning.ts';
import type { Usul, UsulKind } from '#shared/records/usul.ts';
import { showField } from '#shared/records/value-text.ts';
import { documentLabels, warningLabel } from '#shared/records/warning-labels.ts';
import { judgements } from '#shared/workflow/decision.ts';
import { findReason } from '#shared/workflow/reasons.ts';
import { showCorrection } from '#shared/workflow/correction.ts';
import { correctionIn } from '#shared/workflow/told-decisions.ts';
import { roleName, verdictLabelsOf } from '#shared/workflow/workflow-labels.ts';

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', columnGap: '10px' },
  action: { fontWeight: tokens.fontWeightSemibold },
  calm: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  detail: { overflowWrap: 'anywhere', userSelect: 'text' },
});

type UsulEvent = Usul['history'][number];

interface EventItemProps {
  readonly event: UsulEvent;
  readonly usul: Usul;
  /** The revision need not be said: it is the present one. */
  readonly brief?: boolean;
}

/** One thing that happened to an usul: what, when, by whom, and what was said with it. */
export function EventItem({ event, usul, brief = false }: EventItemProps) {
  const styles = useStyles();
  const at = new Date(event.at);
  const judged = judgedWords(event, usul.kind);
  return (
    <li>
      <div className={styles.head}>
        <span className={styles.action}>{historyAction(event)}</span>
        {!brief && <span className={styles.calm}>{recordText.revision(event.revision)}</span>}
        <span className={styles.calm}>
          {longDate(localDateOf(at))} {formatTime(event.at)}
        </span>
        <span className={styles.calm}>
          {sharedText.history.by(event.actorName, roleName(event.actorRole))}
        </span>
        {judged !== '' && <span className={styles.calm}>{judged}</span>}
      </div>
      {detailsOf(event, usul).map(({ label, words }) => (
        <div key={label} className={styles.detail}>
          {label}: {words}
        </div>
      ))}
    </li>
  );
}

interface Detail {
  readonly label: string;
  readonly words: string;
}

/** What was said with it, each under its name. */
function detailsOf(event: UsulEvent, usul: Usul): readonly Detail[] {
  const { acknowledged, notAsked, unread } = toldWarnings(event.acknowledged);
  const labelsOf = (warnings: typeof acknowledged) =>
    warnings.map((warning) => warningLabel(warning, usul)).join('; ');
  const reasons = event.reasons.map((code) => findReason(code)?.label ?? code);
  const { history } = sharedText;
  const ground =
    event.deletionReason === undefined ? '' : showField(deletionReasonField, event.deletionReason);
  const said = [
    ...correctedWords(event, usul),
    { label: recordText.reasons, words: reasons.join('; ') },
    { label: history.deletionReason, words: ground },
    { label: recordText.acknowledged, words: labelsOf(acknowledged) },
    { label: history.notAsked, words: labelsOf(notAsked) },
    { label: history.unread, words: documentLabels(unread, usul).join('; ') },
    { label: recordText.note, words: event.note === '' ? '' : `“${event.note}”` },
  ];
  return said.filter(({ words }) => words !== '');
}

/** Which values were put right, and what the document says: `A → B, tertulis “b”`. */
function correctedWords({ verdicts = [] }: UsulEvent, { recordType }: Usul): readonly Detail[] {
  const specs = fieldsOf(recordTypes[recordType]);
  return verdicts.flatMap((told) => {
    const correction = correctionIn(told);
    const spec = specs.find(({ name }) => name === told.field);
    if (!correction || !spec) return [];
    const seen = told.seen === '' ? '' : `, ${workbenchText.toldSeen(told.seen)}`;
    return [
      {
        label: `${recordText.corrected} ${spec.label}`,
        words: `${showCorrection(spec, correction)}${seen}`,
      },
    ];
  });
}

/** How many fields were judged how: `12 sesuai, 1 tidak sesuai`. */
function judgedWords({ verdicts = [] }: UsulEvent, kind: UsulKind): string {
  return judgements
    .flatMap((verdict) => {
      const count = verdicts.filter((one) => one.verdict === verdict).length;
      return count === 0 ? [] : recordText.judged(count, verdictLabelsOf(kind)[verdict]);
    })
    .join(', ');
}
