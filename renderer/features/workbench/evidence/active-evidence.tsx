import { useRef, type MouseEvent } from 'react';
import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { caseKeys } from '#renderer/features/workbench/keys.ts';
import type { CaseField } from '#renderer/features/workbench/record/case-fields.ts';
import { markLookOf } from '#renderer/features/workbench/evidence/case-marks.ts';
import { othersText, reasonToLook } from '#renderer/features/workbench/evidence/field-badge.ts';
import { isPrintedOtherwise } from '#renderer/features/workbench/evidence/printed-parts.ts';
import { PrintedValue } from '#renderer/features/workbench/evidence/printed-value.tsx';
import type { EvidenceWork } from '#renderer/features/workbench/evidence/evidence-work.ts';
import { evidenceText } from '#renderer/features/workbench/text/evidence.ts';
import type { CaseFieldEvidence } from '#renderer/core/evidence/evidence-contract.ts';
import { keyShortcuts, shownKey } from '#renderer/ui/keys/key-group.ts';
import { useWidth } from '#renderer/ui/parts/use-width.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import { FieldCrop } from '#renderer/features/workbench/evidence/field-crop.tsx';

const useStyles = makeStyles({
  root: {
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '3px',
    padding: '1px 0 4px',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
  },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '0 10px' },
  where: { color: tokens.colorNeutralForeground2 },
  link: { fontSize: 'inherit', lineHeight: 'inherit', textAlign: 'start' },
  end: { marginLeft: 'auto' },
  crop: {
    display: 'block',
    width: '100%',
    padding: 0,
    border: 'none',
    background: 'none',
    cursor: 'pointer',
    textAlign: 'start',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
});

interface ActiveEvidenceProps {
  readonly field: CaseField;
  readonly evidence: CaseFieldEvidence;
  readonly of: EvidenceWork;
}

/** What the documents say of the active field: why it must be looked at, what stands there, and a picture of it. */
export function ActiveEvidence({ field, evidence, of }: ActiveEvidenceProps) {
  const styles = useStyles();
  const room = useRef<HTMLDivElement>(null);
  const width = useWidth(room, { atFirst: 480 });
  const { name, label } = field.spec;
  const place = evidence.status === 'tidak_ditemukan' ? null : evidence.place;
  const { sha256 } = evidence;
  return (
    // A click leaves the focus at the row.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={room} className={styles.root} onMouseDown={keepFocus}>
      <div className={styles.line}>
        <Why field={field} evidence={evidence} of={of} />
        {place && sha256 !== null && (
          <span className={styles.where}>{whereText(of.names.documentLabel(sha256), place)}</span>
        )}
        <Others evidence={evidence} onNext={() => of.showNextPlace(name)} />
        {of.correctable && <Correct of={of} name={name} corrected={evidence.correctedByPerson} />}
      </div>
      {place && sha256 !== null && (
        <button
          type="button"
          className={styles.crop}
          aria-label={evidenceText.showPlace(label)}
          title={evidenceText.showPlace(label)}
          onClick={() => of.showPlace(name)}
        >
          <FieldCrop
            of={of}
            place={{ sha256, ...place }}
            width={width}
            look={markLookOf(evidence)}
          />
        </button>
      )}
    </div>
  );
}

/** Why a field has no badge: nothing was looked for. */
export function NotSought() {
  const styles = useStyles();
  return <div className={styles.root}>{evidenceText.notSought}</div>;
}

function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}

function whereText(
  document: string,
  place: { readonly page: number; readonly label: string | null },
): string {
  const page = evidenceText.pageOf(document, place.page);
  return place.label === null ? page : `${page}, ${evidenceText.atLabel(place.label)}`;
}

interface WhyProps {
  readonly field: CaseField;
  readonly evidence: CaseFieldEvidence;
  readonly of: Pick<EvidenceWork, 'openable' | 'names'>;
}

/** Why a person must look, and what stands there instead; where that is another value, it says enough by itself. */
function Why({ field, evidence, of }: WhyProps) {
  if (evidence.status === 'ditemukan') return null;
  const reason = reasonToLook(evidence, of.names);
  if (evidence.status === 'tidak_ditemukan')
    return <span>{of.openable ? reason : evidenceText.notOpenable}</span>;
  const { printed } = evidence.place;
  const plain =
    evidence.status === 'berbeda' &&
    evidence.swappedWith === null &&
    isPrintedOtherwise(printed, field.corrected ?? field.proposed);
  return (
    <>
      {!plain && <span>{reason}</span>}
      <PrintedValue field={field} printed={printed} />
    </>
  );
}

interface OthersProps {
  readonly evidence: CaseFieldEvidence;
  readonly onNext: () => void;
}

function Others({ evidence, onNext }: OthersProps) {
  const styles = useStyles();
  const text = othersText(evidence);
  if (text === null) return null;
  return (
    <Link as="button" className={styles.link} title={evidenceText.othersHint} onClick={onNext}>
      {text}
    </Link>
  );
}

interface CorrectProps {
  readonly of: EvidenceWork;
  readonly name: string;
  readonly corrected: boolean;
}

/** Draws the place anew, or takes back what was drawn. */
function Correct({ of, name, corrected }: CorrectProps) {
  const styles = useStyles();
  // What to do is said above the document.
  if (of.correcting !== null) return null;
  if (corrected) {
    return (
      <Link
        as="button"
        className={mergeClasses(styles.link, styles.end)}
        onClick={() => of.takeBackPlace(name)}
      >
        {evidenceText.takeBack}
      </Link>
    );
  }
  return (
    <Link
      as="button"
      className={mergeClasses(styles.link, styles.end)}
      aria-keyshortcuts={keyShortcuts(caseKeys, 'correctPlace')}
      title={`${evidenceText.correctHint} (${shownKey(caseKeys, 'correctPlace')})`}
      onClick={of.startCorrecting}
    >
      {evidenceText.correct}
    </Link>
  );
}
