import { describe, expect, it } from 'vitest';
import { fullName } from '#shared/records/full-name.ts';
import { roles } from '#shared/workflow/authority/roles.ts';
import { judgements, outcomes } from '#shared/workflow/decision.ts';
import { employeeKindLabels, usulKindLabels } from '#shared/records/record-labels.ts';
import {
  deletionVerdictLabels,
  outcomeLabels,
  positionLabel,
  roleLabels,
  stageLabels,
  verdictLabels,
} from '#shared/workflow/workflow-labels.ts';
import { employeeKinds } from '#shared/records/record-type.ts';
import { activeStages, usulKinds } from '#shared/records/usul.ts';

describe('labels', () => {
  it.each<readonly [readonly string[], Readonly<Record<string, string>>]>([
    [usulKinds, usulKindLabels],
    [outcomes, outcomeLabels],
    [judgements, verdictLabels],
    [judgements, deletionVerdictLabels],
    [employeeKinds, employeeKindLabels],
    [activeStages, stageLabels],
    [roles, roleLabels],
  ])('name each of %j, no two alike', (ids, labels) => {
    const names = ids.map((id) => labels[id]);
    expect(names).not.toContain(undefined);
    expect(new Set(names).size).toBe(ids.length);
  });
});

describe('positionLabel', () => {
  it('carries the SIASN status of domain.md 0.8', () => {
    expect(positionLabel({ kind: 'menunggu', stage: 'verifikasi' })).toEqual({
      label: 'Menunggu verifikasi',
      siasnStatus: 'Input Berkas',
      siasnCode: '1',
    });
    expect(positionLabel({ kind: 'perbaikan', returnedFrom: 'persetujuan' }).siasnCode).toBe('52');
    expect(positionLabel({ kind: 'selesai', result: 'disetujui' }).siasnStatus).toBe(
      'Telah Update di Profile PNS',
    );
    expect(positionLabel({ kind: 'koordinasi', stage: 'verifikasi' }).siasnCode).toBeNull();
  });
});

describe('fullName', () => {
  it.each([
    ['', '', 'BUDI CONTOH'],
    ['Dr.', '', 'Dr. BUDI CONTOH'],
    ['', 'S.Sos., M.Si.', 'BUDI CONTOH, S.Sos., M.Si.'],
    ['Dr.', 'M.Si.', 'Dr. BUDI CONTOH, M.Si.'],
  ])('puts "%s" before and "%s" behind', (gelarDepan, gelarBelakang, expected) => {
    expect(fullName({ nama: 'BUDI CONTOH', gelarDepan, gelarBelakang })).toBe(expected);
  });
});
