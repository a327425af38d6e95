import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crc32 } from '#shared/journal/crc32.ts';
import {
  decodeJournal,
  encodeRecord,
  encodeRecords,
  maxPayloadBytes,
  type JournalRecord,
} from '#shared/journal/framing.ts';

const anyRecord: fc.Arbitrary<JournalRecord> = fc.record({
  kind: fc.nat({ max: 255 }),
  payload: fc.uint8Array({ maxLength: 60 }).map((bytes) => Uint8Array.from(bytes)),
});
/** What each record begins with. */
const nextMark = [0xf7, 0x4d, 0x4a, 0x01];
const anyRecords = fc.array(anyRecord, { maxLength: 8 });

/** Where each record ends in the file. */
function endsOf(records: readonly JournalRecord[]): number[] {
  let end = 0;
  return records.map((record) => (end += encodeRecord(record).byteLength));
}

function text(payload: string): JournalRecord {
  return { kind: 2, payload: new TextEncoder().encode(payload) };
}

test('the checksum is the CRC-32 of zip and PNG', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
});

describe('a journal', () => {
  test('gives back every record in order', () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        expect(decodeJournal(encodeRecords(records))).toEqual({
          records,
          damagedBytes: 0,
          tornBytes: 0,
        });
      }),
    );
  });

  test('cut off anywhere keeps all whole records before the cut', () => {
    fc.assert(
      fc.property(anyRecords, fc.nat(), (records, anywhere) => {
        const bytes = encodeRecords(records);
        const cut = anywhere % (bytes.byteLength + 1);
        const ends = endsOf(records).filter((end) => end <= cut);
        expect(decodeJournal(bytes.slice(0, cut))).toEqual({
          records: records.slice(0, ends.length),
          damagedBytes: 0,
          tornBytes: cut - (ends.at(-1) ?? 0),
        });
      }),
    );
  });

  test('with any byte changed loses the record it hits and no other, and gains none', () => {
    fc.assert(
      fc.property(
        fc.array(anyRecord, { minLength: 1, maxLength: 8 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (records, anywhere, change) => {
          const bytes = encodeRecords(records);
          const at = anywhere % bytes.byteLength;
          bytes[at]! ^= change;
          const hit = endsOf(records).findIndex((end) => end > at);
          const decoded = decodeJournal(bytes);
          expect(decoded.records).toEqual(records.toSpliced(hit, 1));
          expect(decoded.damagedBytes + decoded.tornBytes).toBe(
            encodeRecord(records[hit]!).byteLength,
          );
        },
      ),
    );
  });

  test('goes on behind an append that was cut off', () => {
    fc.assert(
      fc.property(anyRecords, anyRecord, anyRecords, fc.nat(), (before, torn, after, anywhere) => {
        const whole = encodeRecord(torn);
        const rest = whole.slice(0, anywhere % whole.byteLength);
        const bytes = Uint8Array.of(...encodeRecords(before), ...rest, ...encodeRecords(after));
        // What it lacks may happen to stand there next: then it is whole as well.
        const missing = whole.slice(rest.byteLength);
        const isMadeWhole =
          after.length > 0 && missing.every((byte, index) => byte === nextMark[index]);
        const between = isMadeWhole ? [torn] : [];
        expect(decodeJournal(bytes).records).toEqual([...before, ...between, ...after]);
      }),
    );
  });

  test.each([1, 2, 3])(
    'goes on behind an append that lacks its last %i bytes, which the next record begins with',
    (missing) => {
      const ending = Uint8Array.from(nextMark.slice(0, missing));
      const torn = { kind: 2, payload: Uint8Array.of(1, 2, 3, ...ending) };
      const after = [text('tersimpan'), text('juga')];
      const rest = encodeRecord(torn).slice(0, -missing);
      const bytes = Uint8Array.of(...rest, ...encodeRecords(after));
      expect(decodeJournal(bytes)).toEqual({
        records: [torn, ...after],
        damagedBytes: 0,
        tornBytes: 0,
      });
    },
  );

  test('whose records end as another begins is read as ever', () => {
    const records = [1, 2, 3, 4].map((length) => ({
      kind: 0xf7,
      payload: Uint8Array.from(nextMark.slice(0, length)),
    }));
    expect(decodeJournal(encodeRecords(records))).toEqual({
      records,
      damagedBytes: 0,
      tornBytes: 0,
    });
  });

  test('never throws, whatever the file holds', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const decoded = decodeJournal(Uint8Array.from(bytes));
        expect(decoded).toEqual({ records: [], damagedBytes: 0, tornBytes: bytes.byteLength });
      }),
    );
  });

  test('with zeros at its end, as some file systems leave them after a power cut, is read', () => {
    const bytes = Uint8Array.of(...encodeRecord(text('satu')), ...new Uint8Array(40));
    expect(decodeJournal(bytes)).toEqual({
      records: [text('satu')],
      damagedBytes: 0,
      tornBytes: 40,
    });
  });

  test('is read from the middle of a larger buffer as well', () => {
    const record = encodeRecord(text('satu'));
    const larger = new Uint8Array(record.byteLength + 20);
    larger.set(record, 7);
    const view = larger.subarray(7, 7 + record.byteLength);
    expect(decodeJournal(view).records).toEqual([text('satu')]);
  });
});

test('a record longer than any decision is a bug', () => {
  const payload = new Uint8Array(maxPayloadBytes + 1);
  expect(() => encodeRecord({ kind: 2, payload })).toThrow('too long');
});
