import type { ToldAssignment } from '#shared/records/told-assignment.ts';

const skipReasons: Readonly<Record<string, string>> = {
  cuti: 'sedang cuti',
  milik_sendiri: 'usulnya sendiri',
  sudah_memutus: 'sudah memutus pada tahap sebelumnya',
};

/** Words about who has an usul. */
export const assignmentText = {
  title: 'Penugasan',
  heldBy: (name: string, at: string) => `Ditugaskan kepada ${name} sejak ${at}.`,
  reason: 'Alasan mengambil alih',
  placeholder: 'Mengapa Anda mengambil alih usul ini? Rekan Anda membacanya.',
  takeOver: 'Ambil alih',
  takeOverHint: 'Usul ini menjadi tugas Anda; rekan yang memegangnya diberi tahu',
  taken: 'Usul diambil alih dan dapat diputuskan.',
  skipped: (people: ToldAssignment['skipped']) =>
    `Dilewati: ${people.map(({ name, why }) => `${skipReasons[why] ?? why}, ${name}`).join('; ')}`,
  given: (reason: string) => `Ditugaskan kepada Anda: ${reason}`,
  instead: (name: string) => `Atas nama ${name}`,
} as const;

/** What is to be known of how an usul came to whoever sits here; empty when it says nothing. */
export function assignmentLine(assignment: ToldAssignment | undefined): string {
  if (!assignment) return '';
  const { to, why, name, reason, skipped } = assignment;
  const parts = [
    to === 'rekan' && assignment.insteadFrom !== undefined ? assignmentText.instead(name) : '',
    to === 'anda' && why === 'manual' && reason !== '' ? assignmentText.given(reason) : '',
    skipped.length > 0 ? assignmentText.skipped(skipped) : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
