import { existsSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { themeCss } from './src/paint/themeCss.ts';

const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "connect-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Puts the policy into the built page, so that it holds on any static host. The development server needs inline scripts. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: policy }, injectTo: 'head-prepend' },
    ],
  };
}

/** Puts the colours of `paint/theme.ts` into the page as CSS variables: there before anything is drawn. */
function themeVariables(): Plugin {
  return {
    name: 'theme-variables',
    transformIndexHtml: () => [{ tag: 'style', children: themeCss(), injectTo: 'head' }],
  };
}

/** What is built has its content's sum in its name: `npm start` lets browsers keep it, as static hosts do. */
function keptAssets(): Plugin {
  return {
    name: 'kept-assets',
    configurePreviewServer({ middlewares, config }) {
      const { root, build } = config;
      middlewares.use((request, response, next) => {
        const path = request.url?.split('?')[0] ?? '';
        // Not what is missing: another build may bring it.
        if (path.startsWith('/assets/') && existsSync(join(root, build.outDir, path))) {
          response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
        }
        next();
      });
    },
  };
}

export default defineConfig({
  plugins: [react(), contentSecurityPolicy(), keptAssets(), themeVariables()],
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 700,
    assetsInlineLimit: 0,
    // Each part names those it needs: 42 bits tell two builds apart, and a letter less is felt hundreds of times.
    rolldownOptions: {
      output: {
        entryFileNames: 'assets/[name]-[hash:7].js',
        chunkFileNames: 'assets/[name]-[hash:7].js',
        assetFileNames: 'assets/[name]-[hash:7][extname]',
      },
    },
  },
  preview: { host: '127.0.0.1', port: 4173 },
  server: { host: '127.0.0.1' },
  test: {
    passWithNoTests: false,
    // A property is tried a hundred times, on whatever machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Otherwise one core of two stands idle.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          include: ['tests/unit/**/*.test.ts', 'tests/property/**/*.test.ts', 'tests/architecture.test.ts'],
          exclude: ['**/storage/**'],
          // No module of the program keeps state, so that test files can share what is loaded.
          isolate: false,
        },
      },
      // The database library does keep state: what one file leaves open must not be told of another's changes.
      { extends: true, test: { name: 'storage', include: ['tests/**/storage/**/*.test.ts'] } },
    ],
  },
});
