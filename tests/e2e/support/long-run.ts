/** Set when pictures of every screen looked at are kept: drawing them takes longer than the judgement. */
export const picturesVariable = 'MEJA_TEST_PICTURES';

/** Set where as many usul are scans as in an office: the recogniser takes a core for seconds for each that is opened. */
export const allScansVariable = 'MEJA_E2E_ALL_SCANS';
