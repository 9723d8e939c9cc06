import type { HtmlTagDescriptor, Plugin } from 'vite';

/** Adds `<link rel="preload">` for the built font files whose names start with one of `names`: the two that the first screen draws with. */
export function preloadFonts(names: readonly string[]): Plugin {
  return {
    name: 'preload-fonts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const files = Object.keys(bundle ?? {}).filter((file) => file.endsWith('.woff2'));
        return names.map((name): HtmlTagDescriptor => {
          const file = files.find((candidate) => candidate.split('/').at(-1)?.startsWith(name));
          if (file === undefined) throw new Error(`preload-fonts: no built font is called ${name}`);
          return { tag: 'link', attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: '' }, injectTo: 'head' };
        });
      },
    },
  };
}
