/** A piece of a value; `changed` when the other value does not have it there. */
export interface DiffPart {
  readonly text: string;
  readonly changed: boolean;
}

/** What stands in the place of a value that is not there. */
export const emptyValue = '(kosong)';
