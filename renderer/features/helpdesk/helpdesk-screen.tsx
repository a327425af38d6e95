import { ReportView } from '#renderer/features/helpdesk/report-view.tsx';
import { TicketsView } from '#renderer/features/helpdesk/tickets-view.tsx';
import { useRole } from '#renderer/frame/role.ts';
import type { ScreenProps } from '#renderer/frame/screen.tsx';

/** The helpdesk: to its officers their tickets, to everybody else the way to report something. */
export function HelpdeskScreen(props: ScreenProps) {
  return useRole() === 'helpdesk' ? <TicketsView {...props} /> : <ReportView {...props} />;
}
