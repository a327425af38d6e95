import '#renderer/platform/zod-without-eval.ts';
import { choosePlatform } from '#renderer/platform/choose-platform.ts';
import { makeDesk } from '#renderer/core/desk.ts';
import {
  driverParameters,
  type Announcement,
  type Driver,
  type UnderHand,
} from '#tests/faults/client/driver-contract.ts';
import { makeDriver } from '#tests/faults/client/driver.ts';
import { tellOfJournal } from '#tests/faults/client/tell-of-journal.ts';
import { deskTiming, quickPasswordRounds } from '#tests/faults/client/timing.ts';

declare global {
  /** Exposed by the harness: resolves when it has heard. */
  var announce: (announcement: Announcement) => Promise<void>;
  var driver: Driver;
}

// The desk of the application without its views: same parts, same platform, its own sync worker, quicker hands.
const parameters = new URLSearchParams(globalThis.location.search);
const platform = choosePlatform();
const announce = (announcement: Announcement) => globalThis.announce(announcement);
let inHand: UnderHand | null = null;
globalThis.driver = makeDriver({
  desk: makeDesk({
    platform: { ...platform, journal: tellOfJournal(platform.journal, () => inHand, announce) },
    timing: deskTiming,
    passwordRounds: quickPasswordRounds,
  }),
  username: parameters.get(driverParameters.username) ?? '',
  password: parameters.get(driverParameters.password) ?? '',
  announce,
  onHand: (of) => {
    inHand = of;
  },
});
