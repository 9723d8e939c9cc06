import type { Plugin } from 'vite';

/** Gives the chunk called `name` a script tag of its own before the application's: it then runs without waiting for the framework. */
export function startEarly(name: string): Plugin {
  return {
    name: 'start-early',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const chunk = Object.values(bundle ?? {}).find((output) => output.type === 'chunk' && output.name === name);
        if (chunk === undefined) throw new Error(`start-early: no chunk is called ${name}`);
        return [{ tag: 'script', attrs: { type: 'module', async: true, src: `/${chunk.fileName}`, crossorigin: '' }, injectTo: 'head' }];
      },
    },
  };
}
