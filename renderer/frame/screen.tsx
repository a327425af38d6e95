import { lazy, useState, type ComponentType, type ReactElement, type ReactNode } from 'react';
import { writeAddress, type AddressParams, type ParamsOf } from '#renderer/frame/address.ts';
import type { Announce } from '#renderer/frame/announce.ts';
import type { Ways } from '#renderer/frame/ways.ts';
import type { Desk } from '#renderer/core/desk-contract.ts';
import type { WorkerSource } from '#renderer/pdf/worker-source.ts';
import type { KeyBinding, KeyGroup } from '#renderer/ui/keys/key-group.ts';
import type { Policy } from '#shared/contract/session.ts';
import type { ByRole } from '#renderer/frame/role.ts';

/** What every screen is given. */
export interface ScreenProps<Params = unknown> {
  readonly desk: Desk;
  /** Starts the workers that documents are opened with. */
  readonly workers: WorkerSource;
  /** What the server lets this account do. */
  readonly policy: Policy;
  /** What the address says besides the screen. */
  readonly params: Params;
  readonly ways: Ways;
  readonly announce: Announce;
}

/** What a person wants to know about a screen. */
export interface HelpPage {
  /** What the screen is for, in one or two sentences. */
  readonly purpose: string;
  /** The things one does here, in their order. */
  readonly steps: readonly string[];
  readonly keys: readonly KeyBinding[];
  /** What may go wrong, and the one thing to do. */
  readonly troubles: readonly { readonly problem: string; readonly remedy: string }[];
}

/** The place of a screen in the navigation. */
export interface ScreenLink {
  readonly icon: ReactElement;
  /** How many things wait there, say; behind the title. */
  readonly Badge?: ComponentType<{ readonly desk: Desk }>;
}

/** All about a screen but its view, which comes when it is needed. */
export interface ScreenFacts {
  /** A name of its own among all screens. */
  readonly kind: string;
  /** Pattern of its address behind the `#`; `:name` stands for an id, `:name?` for one that may be absent. */
  readonly address: string;
  /** In the title of the window, in the navigation and over its help. */
  readonly title: string;
  readonly help: HelpPage;
  /** What its keys do, in the order in which the overlay tells them. */
  readonly keys: readonly KeyGroup[];
  /** Its own link in the navigation. */
  readonly link?: ScreenLink;
  /** Kind of the screen whose link is marked while this one is shown. */
  readonly under?: string;
  /** What a role is told in its own words. */
  readonly byRole?: ByRole<Pick<ScreenFacts, 'title' | 'help' | 'keys' | 'link'>>;
  /** How much room the guide of the first start has beside it; all it wants unless said. */
  readonly guide?: 'brief' | 'none';
}

/** A screen of the application; the view is fetched when it is first shown, or before. */
export interface Screen<Params = AddressParams> extends ScreenFacts {
  // A method, not a property: a list of screens holds those of all addresses.
  View(this: void, props: ScreenProps<Params>): ReactNode;
  /** Fetches the view; rejects when it cannot be had, and can be asked again then. */
  preload(): Promise<void>;
}

/** Declares a screen. `load` imports its view, so that the application starts without it. */
export function declareScreen<const Address extends string>(
  facts: ScreenFacts & { readonly address: Address },
  load: () => Promise<ComponentType<ScreenProps<ParamsOf<Address>>>>,
): Screen<ParamsOf<Address>> {
  return { ...facts, ...lateView(load) };
}

/** The address of a screen, without `#`. */
export function addressOf<Params>(
  { address }: Screen<Params>,
  params: Params & AddressParams,
): string {
  return writeAddress(address, params);
}

function lateView<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let loaded: ComponentType<Props> | null = null;
  let loading: Promise<ComponentType<Props>> | null = null;
  const fetchView = (): Promise<ComponentType<Props>> => {
    loading ??= load().then(
      (view) => (loaded = view),
      (cause: unknown) => {
        loading = null;
        throw cause;
      },
    );
    return loading;
  };
  const Later = lazy(async () => ({ default: await fetchView() }));
  return {
    /** Shown at once when it is here already: even a moment's wait would show the fallback, and React keeps that a while. */
    View(props: Props): ReactNode {
      // Once a mount: another component in its place would begin anew.
      const [Shown] = useState<ComponentType<Props>>(() => loaded ?? Later);
      return <Shown {...props} />;
    },
    preload: async () => {
      await fetchView();
    },
  };
}
