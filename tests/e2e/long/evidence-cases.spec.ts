import { test } from '@playwright/test';
import { useCaseReader } from '#tests/e2e/support/read-cases.ts';
import { scannedBrothers } from '#tests/support/cases/scanned-brothers.ts';

const reader = useCaseReader();

test.describe('a scan and the page', () => reader.testEach(scannedBrothers));
