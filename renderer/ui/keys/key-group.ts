/** A key with its modifier; `key` as in `KeyboardEvent.key`, letters in lower case. */
export interface KeyCombo {
  readonly key: string;
  readonly ctrl?: true;
}

/** When a key works beside the usual: nobody types, nothing lies over the screen, one press one action. */
export interface KeyReach {
  /** Works also while the person types in an input. */
  readonly whileTyping?: true;
  /** Works also in a dialog, a menu or a list to choose from; implies `whileTyping`. */
  readonly everywhere?: true;
  /** Works even over a modal dialog: what opens behind it, or takes the focus from it, must not. */
  readonly overModal?: true;
  /** Goes on while the key is held down: moving, scrolling and zooming. Everything else happens once a press. */
  readonly repeats?: true;
}

/** One line of a key map: what a person sees in the overlay and what the handler matches. */
export interface KeyBinding<Action extends string = string> extends KeyReach {
  readonly action: Action;
  readonly combos: readonly KeyCombo[];
  /** As printed on the key. */
  readonly shown: string;
  readonly label: string;
}

/** What keys or wheel do beside the bindings of a group; told in the overlay, handled elsewhere. */
export type KeyGesture = Pick<KeyBinding, 'shown' | 'label'>;

/** Keys that work together in one place of the application, declared once: handlers, tooltips and overlay derive from it. */
export interface KeyGroup<Action extends string = string> {
  /** Name of the place, one of its own among all groups. */
  readonly scope: string;
  /** The place as the overlay names it. */
  readonly title: string;
  readonly keys: readonly KeyBinding<Action>[];
  readonly gestures?: readonly KeyGesture[];
  /** Goes before the other groups of its screen while it is live, so that it may use their keys again. */
  readonly over?: true;
}

/** The names of a group's actions. */
export type ActionOf<Group> = Group extends KeyGroup<infer Action> ? Action : never;

/** Declares one key; a combo without modifier is its `KeyboardEvent.key` alone. */
export function bind<const Action extends string>(
  action: Action,
  combos: readonly (string | KeyCombo)[],
  shown: string,
  label: string,
  reach: KeyReach = {},
): KeyBinding<Action> {
  const spelt = combos.map((combo) => (typeof combo === 'string' ? { key: combo } : combo));
  return { action, combos: spelt, shown, label, ...reach };
}

/** A key together with Ctrl. */
export function ctrl(key: string): KeyCombo {
  return { key, ctrl: true };
}

/** Declares a group; the names of its actions are known to the compiler from here on. */
export function keyGroup<Action extends string>(group: KeyGroup<Action>): KeyGroup<Action> {
  return group;
}

/** The same group with other labels for some of its actions. */
export function relabelled<Action extends string>(
  group: KeyGroup<Action>,
  labels: Readonly<Partial<Record<NoInfer<Action>, string>>>,
): KeyGroup<Action> {
  const keys = group.keys.map((key) => ({ ...key, label: labels[key.action] ?? key.label }));
  return { ...group, keys };
}

/** The bindings of some actions, in the order asked for. */
export function keysOf<Action extends string>(
  group: KeyGroup<Action>,
  ...actions: readonly NoInfer<Action>[]
): readonly KeyBinding<Action>[] {
  return actions.flatMap((action) => group.keys.filter((binding) => binding.action === action));
}

/** The key of an action as printed on it, for a tooltip. */
export function shownKey<Action extends string>(
  group: KeyGroup<Action>,
  action: NoInfer<Action>,
): string {
  return group.keys.find((binding) => binding.action === action)?.shown ?? '';
}

/** The keys of an action as `aria-keyshortcuts` wants them. */
export function keyShortcuts<Action extends string>(
  group: KeyGroup<Action>,
  action: NoInfer<Action>,
): string {
  const combos = group.keys.find((binding) => binding.action === action)?.combos ?? [];
  return combos
    .map(
      ({ key, ctrl: held }) =>
        `${held ? 'Control+' : ''}${key.length === 1 ? key.toUpperCase() : key}`,
    )
    .join(' ');
}
