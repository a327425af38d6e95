import { overviewText as texts } from '#renderer/features/admin/overview/texts.ts';
import { adminAddresses } from '#renderer/features/admin/parts/addresses.ts';
import type { AdminOverview } from '#shared/contract/admin/overview.ts';

/** One thing to prepare, and the screen where it is done. */
export interface SetupStep {
  readonly text: string;
  readonly isDone: boolean;
  readonly address: string;
}

/** What an instansi needs before anybody can work, in the order in which it can be done. */
export function setupSteps({ setup, accounts, appointments }: AdminOverview): readonly SetupStep[] {
  const { steps } = texts;
  const { accounts: atAccounts, appointments: atAppointments, schedule, imports } = adminAddresses;
  const people: readonly SetupStep[] = [
    // Besides the admin, who is here already.
    { text: steps.accounts(accounts.active), isDone: accounts.active > 1, address: atAccounts },
    {
      text: steps.appointments(appointments),
      isDone: appointments > 1,
      address: atAppointments,
    },
  ];
  if (setup === null) return people;
  const { opd, unor, asn, periods } = setup;
  return [
    { text: steps.opd(opd), isDone: opd > 0, address: imports },
    { text: steps.unor(unor), isDone: unor > 0, address: imports },
    { text: steps.asn(asn), isDone: asn > 0, address: imports },
    ...people,
    { text: steps.periods(periods), isDone: periods > 0, address: schedule },
  ];
}

/** What waits for the admin, and where. */
export function waitingThings({
  waitingDevices,
  waitingHandovers,
  accounts,
}: AdminOverview): readonly { readonly text: string; readonly address: string }[] {
  const all = [
    { count: waitingDevices, say: texts.devices, address: adminAddresses.devices },
    { count: waitingHandovers, say: texts.held, address: adminAddresses.held },
    { count: accounts.waiting, say: texts.inactive, address: adminAddresses.accounts },
  ];
  return all.flatMap(({ count, say, address }) =>
    count === 0 ? [] : [{ text: say(count), address }],
  );
}
