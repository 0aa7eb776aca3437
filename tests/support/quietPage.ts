import { type ConsoleMessage, type Dialog, expect, type Request, type WebError } from '@playwright/test';
import { test as base } from './samePage.ts';

/**
 * The test whose page must stay quiet: no console errors, no uncaught errors, no dialogs, nothing that the content
 * security policy refused, no request to another host.
 */
export const test = base.extend<{ noise: string[] }>({
  noise: [
    async ({ context, baseURL }, use) => {
      const noise: string[] = [];
      const home = new URL(baseURL ?? '').origin;
      const hearConsole = (message: ConsoleMessage) => {
        const { url } = message.location();
        // Chromium asks for it by itself where a page names no icon: for a picture that is looked at alone.
        if (message.type() === 'error' && !url.endsWith('/favicon.ico')) noise.push(`${message.text()} ${url}`);
      };
      const hearError = (error: WebError) => noise.push(String(error.error()));
      const hearDialog = (dialog: Dialog) => {
        noise.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      };
      const hearRequest = (request: Request) => {
        const url = new URL(request.url());
        if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== home) noise.push(`request to ${url.href}`);
      };
      context.on('console', hearConsole);
      context.on('weberror', hearError);
      context.on('dialog', hearDialog);
      context.on('request', hearRequest);
      await use(noise);
      context.off('console', hearConsole);
      context.off('weberror', hearError);
      context.off('dialog', hearDialog);
      context.off('request', hearRequest);
      expect(noise).toEqual([]);
    },
    { auto: true },
  ],
});
