// First: it keeps zod from probing for `new Function`, which the CSP forbids.
import '#renderer/desk/app.css';
import { keepRunningOffline } from '#renderer/desk/keep-running-offline.ts';
import { preloadScreens } from '#renderer/desk/registry/preload-screens.ts';
import { renderApp } from '#renderer/desk/render-app.tsx';
import { createModuleWorker } from '#renderer/desk/create-module-worker.ts';
import '#renderer/platform/zod-without-eval.ts';
import { choosePlatform } from '#renderer/platform/choose-platform.ts';
import { makeDesk } from '#renderer/core/desk.ts';
import { makeEvidenceReader, startEvidenceWorker } from '#renderer/workers/evidence/client.ts';
import { makeWorkerSource } from '#renderer/pdf/worker-source.ts';

const platform = choosePlatform();
const reader = makeEvidenceReader(startEvidenceWorker);
const desk = makeDesk({ platform, evidence: { reader } });
const workers = makeWorkerSource(createModuleWorker);
keepRunningOffline(platform, desk);
renderApp({ platform, desk, workers });
preloadScreens(platform);
