import { contextBridge, ipcRenderer } from 'electron';
import { bridgeGlobal } from '#shared/bridge/bridge-contract.ts';
import { makeBridge } from '#electron/preload/make-bridge.ts';

// Only our functions cross; `ipcRenderer` itself stays here.
contextBridge.exposeInMainWorld(
  bridgeGlobal,
  makeBridge((channel, ...args) => ipcRenderer.invoke(channel, ...args)),
);
