import '#renderer/platform/zod-without-eval.ts';
import { choosePlatform } from '#renderer/platform/choose-platform.ts';
import { makeDesk } from '#renderer/state/desk.ts';
import {
  driverParameters,
  type Announcement,
  type Driver,
} from '#tests/faults/client/driver-contract.ts';
import { makeDriver } from '#tests/faults/client/driver.ts';
import { deskTiming } from '#tests/faults/client/timing.ts';

declare global {
  /** Exposed by the harness: resolves when it has heard. */
  var announce: (announcement: Announcement) => Promise<void>;
  var driver: Driver;
}

// The desk of the application without its views: same parts, same platform, its own sync worker, quicker hands.
const parameters = new URLSearchParams(globalThis.location.search);
globalThis.driver = makeDriver({
  desk: makeDesk({ platform: choosePlatform(), timing: deskTiming }),
  username: parameters.get(driverParameters.username) ?? '',
  password: parameters.get(driverParameters.password) ?? '',
  announce: (announcement) => globalThis.announce(announcement),
});
