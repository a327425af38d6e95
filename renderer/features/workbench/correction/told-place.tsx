import { useRef } from 'react';
import { makeStyles } from '@fluentui/react-components';
import type { EvidenceWork } from '#renderer/features/workbench/evidence/evidence-work.ts';
import { FieldCrop } from '#renderer/features/workbench/evidence/field-crop.tsx';
import { evidenceText } from '#renderer/features/workbench/text/evidence.ts';
import { useWidth } from '#renderer/ui/parts/use-width.ts';
import type { ToldVerdict } from '#shared/workflow/told-decisions.ts';

const useStyles = makeStyles({ root: { flexBasis: '100%', minWidth: 0 } });

interface ToldPlaceProps {
  readonly told: ToldVerdict;
  readonly of: EvidenceWork;
}

/** Where the document says what a value was corrected to, as whoever corrected it has shown it. */
export function ToldPlace({ told, of }: ToldPlaceProps) {
  const styles = useStyles();
  const room = useRef<HTMLDivElement>(null);
  const width = useWidth(room, { atFirst: 480 });
  const place = told.correction?.place;
  if (!place) return null;
  const { sha256, page } = place;
  const [left = 0, top = 0, right = 0, bottom = 0] = place.box;
  const boxes = [[left, top, right, bottom] as const];
  return (
    <div ref={room} className={styles.root}>
      <div>{evidenceText.pageOf(of.names.documentLabel(sha256), page)}</div>
      <FieldCrop of={of} place={{ sha256, page, boxes }} width={width} look={{ pasti: true }} />
    </div>
  );
}
