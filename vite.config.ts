import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

/** Builds the page of the desk into `dist/desk/web`, where its server reads it. */
export default defineConfig({
  root: 'src/desk/web',
  plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
  build: {
    outDir: '../../../dist/desk/web',
    emptyOutDir: true,
    // Browsers that have light-dark(); older ones would need a second set of colours.
    target: ['chrome123', 'firefox121', 'safari17.5'],
    modulePreload: { polyfill: false },
    // The page's rules forbid data: scripts and styles, and a file of its own is cached on its own.
    assetsInlineLimit: 0,
    // MapLibre is one chunk of a megabyte, loaded when the map is opened.
    chunkSizeWarningLimit: 1200,
  },
});
