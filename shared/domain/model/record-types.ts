import type { RecordType, RecordTypeId } from '#shared/domain/model/record-type.ts';

/** All record types by id. */
export const recordTypes: Readonly<Record<RecordTypeId, RecordType>> = {} as never;
