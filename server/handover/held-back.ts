import type { ApiError } from '#shared/contract/api-error.ts';
import { makeApiError, specificMessages } from '#shared/contract/error-messages.ts';

/** What is answered of a command that came after an end: of its appointment, else of its PC or account. */
export function heldBack(ruling: 'menunggu' | 'ditolak', isOfAppointment: boolean): ApiError {
  const texts = specificMessages;
  const action = texts.waitsForRulingAction;
  if (isOfAppointment) {
    const messages = {
      menunggu: texts.waitsForRulingOfAppointment,
      ditolak: texts.ruledOutOfAppointment,
    };
    return makeApiError('penunjukan_berakhir', { message: messages[ruling], action });
  }
  const messages = { menunggu: texts.waitsForRuling, ditolak: texts.ruledOut };
  return makeApiError('perangkat_dicabut', { message: messages[ruling], action });
}
