import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'

/** `vite build --mode gallery` builds the gallery of components alone; a production build never contains it. */
export default defineConfig(({ mode }) => {
  const gallery = mode === 'gallery'
  return {
    plugins: [preact({ prefreshEnabled: mode === 'development', devToolsEnabled: false })],
    build: {
      // WeChat's browser on Android and iOS: the first with :has() and dvh
      target: ['chrome108', 'safari15.4'],
      outDir: gallery ? '../.cache/gallery' : 'dist',
      emptyOutDir: true,
      rolldownOptions: {
        input: gallery ? 'gallery.html' : 'index.html',
        // every file is a round trip of its own on a phone: what many pages share comes in one
        output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 4 }] } },
      },
      modulePreload: { polyfill: false },
      reportCompressedSize: true,
    },
    server: { proxy: { '/api': { target: process.env.API_ORIGIN ?? 'http://127.0.0.1:3000', ws: true } } },
  }
})
