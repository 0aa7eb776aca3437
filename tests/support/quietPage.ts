import { test as base, expect } from '@playwright/test';

/**
 * Playwright's test, where each page must stay quiet: no console errors, no uncaught errors, no dialogs, nothing that
 * the content security policy refused, no request to another host.
 */
export const test = base.extend<{ noise: string[] }>({
  noise: [
    async ({ context, baseURL }, use) => {
      const noise: string[] = [];
      const home = new URL(baseURL ?? '').origin;
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) =>
          console.error(`refused by the policy: ${event.violatedDirective} ${event.blockedURI}`),
        );
      });
      context.on('console', (message) => {
        if (message.type() === 'error') noise.push(message.text());
      });
      context.on('weberror', (error) => noise.push(String(error.error())));
      context.on('dialog', (dialog) => {
        noise.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      context.on('request', (request) => {
        const url = new URL(request.url());
        if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== home) noise.push(`request to ${url.href}`);
      });
      await use(noise);
      expect(noise).toEqual([]);
    },
    { auto: true },
  ],
});
