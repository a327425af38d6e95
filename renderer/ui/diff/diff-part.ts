/** A piece of a value; `changed` when the other value does not have it there. */
export interface DiffPart {
  readonly text: string;
  readonly changed: boolean;
}
