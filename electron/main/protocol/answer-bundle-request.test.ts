import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeBundleHandler } from '#electron/main/protocol/answer-bundle-request.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'meja-bundle-'));
  mkdirSync(path.join(folder, 'renderer', 'assets'), { recursive: true });
  writeFileSync(path.join(folder, 'renderer', 'index.html'), '<!doctype html>');
  writeFileSync(path.join(folder, 'renderer', 'assets', 'openjpeg.wasm'), 'wasm');
  writeFileSync(path.join(folder, 'renderer', 'assets', 'pdf.worker.mjs'), 'export {}');
  writeFileSync(path.join(folder, 'secret.txt'), 'secret');
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function ask(url: string, method = 'GET'): Promise<Response> {
  const handler = makeBundleHandler({
    root: path.join(folder, 'renderer'),
    serverOrigin: 'https://peladen.example',
  });
  return handler(new Request(url, { method }));
}

describe('answers under app://bundle', () => {
  test.each([
    ['app://bundle/', 'text/html; charset=utf-8'],
    ['app://bundle/assets/openjpeg.wasm', 'application/wasm'],
    ['app://bundle/assets/pdf.worker.mjs', 'text/javascript; charset=utf-8'],
  ])('%s comes as %s', async (url, type) => {
    const answer = await ask(url);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(type);
  });

  test.each([
    ['app://bundle/', 'GET', 200],
    ['app://bundle/missing.js', 'GET', 404],
    ['app://bundle/assets', 'GET', 404],
    ['app://bundle/..%2fsecret.txt', 'GET', 404],
    ['app://bundle/', 'POST', 405],
  ])('%s %s carries the policy and nosniff whatever its status', async (url, method, status) => {
    const answer = await ask(url, method);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('permissions-policy')).toContain('camera=(), ');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await answer.text()).not.toContain('secret');
  });

  test('the network is the central server and nothing else', async () => {
    const policy = (await ask('app://bundle/')).headers.get('content-security-policy') ?? '';
    expect(policy.split('; ')).toContain("connect-src 'self' https://peladen.example");
  });

  test('scripts are never inline nor evaluated, and need the trusted-types policy', async () => {
    const policy = (await ask('app://bundle/')).headers.get('content-security-policy') ?? '';
    expect(policy.split('; ')).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(policy).not.toMatch(/'unsafe-(?:inline|eval)'/u);
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types meja");
  });

  test('HEAD has the headers without the body', async () => {
    const answer = await ask('app://bundle/', 'HEAD');
    expect(answer.headers.get('content-length')).toBe('15');
    expect(await answer.text()).toBe('');
  });
});
