import { minifyContractRouter } from '@orpc/contract';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { contract } from './src/app/contract.ts';

/**
 * `virtual:contract`: of each procedure only its way in, for the client. The schemas stay on the server, which checks what comes and goes.
 */
function contractForClient(): Plugin {
  const id = 'virtual:contract';
  return {
    name: 'contract-for-client',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (source) => (source === `\0${id}` ? `export default ${JSON.stringify(minifyContractRouter(contract))}` : undefined),
  };
}

export default defineConfig({
  root: 'src/web',
  plugins: [react(), contractForClient()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 700,
    // What many screens share is few files: by default it is a hundred, and each is a journey where the signal is poor.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // Charts use it too, and would take it along.
            { name: 'tslib', test: /node_modules\/tslib/, priority: 4 },
            { name: 'charts', test: /node_modules\/(echarts|zrender)|ui\/charts/, priority: 3 },
            { name: 'library', test: /node_modules/, minShareCount: 4, priority: 2 },
            { name: 'shared', test: /src\//, minShareCount: 4, priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { '^/api/': process.env['API'] ?? 'http://127.0.0.1:8080' } },
});
