/** Ways in which a proposed value is wrong by very little, or is a right value of something else. */
export const nearMissKinds = [
  'digit changed',
  'digits swapped',
  'digit dropped',
  'digit doubled',
  'day off',
  'month off',
  'year off',
  'day and month swapped',
  'letter changed',
  'another title',
  'another golongan',
  'value of the official',
  'value of another field',
] as const;
/** Way in which a proposed value is wrong. */
export type NearMissKind = (typeof nearMissKinds)[number];

/** A wrong value to be proposed in place of the right one. */
export interface NearMiss {
  readonly kind: NearMissKind;
  readonly value: string;
}
