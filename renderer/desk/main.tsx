// First: it keeps zod from probing for `new Function`, which the CSP forbids.
import '#renderer/platform/zod-without-eval.ts';
import '#renderer/desk/app.css';
import { keepRunningOffline } from '#renderer/desk/keep-running-offline.ts';
import { deskRoles } from '#renderer/desk/registry/features.ts';
import { preloadScreens } from '#renderer/desk/registry/preload-screens.ts';
import { renderApp } from '#renderer/desk/render-app.tsx';
import { choosePlatform } from '#renderer/platform/choose-platform.ts';
import { trustedScriptUrl } from '#renderer/platform/trusted-scripts.ts';
import { makeDesk } from '#renderer/core/desk.ts';
import { makeEvidenceMatcher, startMatchingWorker } from '#renderer/workers/matching/client.ts';
import { makeEvidenceReader, startReadingWorker } from '#renderer/workers/reading/client.ts';
import { makeWorkerSource } from '#renderer/pdf/worker-source.ts';

const platform = choosePlatform();
const evidence = {
  workers: {
    reader: makeEvidenceReader(startReadingWorker),
    matcher: makeEvidenceMatcher(startMatchingWorker),
  },
};
const desk = makeDesk({ platform, evidence, deskRoles });
const workers = makeWorkerSource((url) => new Worker(trustedScriptUrl(url), { type: 'module' }));
keepRunningOffline(platform, desk);
renderApp({ platform, desk, workers });
preloadScreens(platform);
