// Stands in for the `react-style-singleton` package (see vite.config.ts): same three exports, but the rules go into a constructed
// style sheet, which a policy of `style-src 'self'` allows, instead of into a <style> element, which it refuses.
import { useEffect } from 'react';

interface StyleSingleton {
  add(css: string): void;
  remove(): void;
}

/** Counts its users: the first adds the sheet to the document, the last takes it away. */
export function stylesheetSingleton(): StyleSingleton {
  let users = 0;
  let sheet: CSSStyleSheet | undefined;
  return {
    add(css) {
      users += 1;
      if (sheet !== undefined) return;
      sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    },
    remove() {
      users -= 1;
      if (users > 0 || sheet === undefined) return;
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((adopted) => adopted !== sheet);
      sheet = undefined;
    },
  };
}

export function styleHookSingleton(): (styles: string, isDynamic?: boolean) => void {
  const singleton = stylesheetSingleton();
  return function useSingletonStyle(styles, isDynamic) {
    const key = isDynamic ? styles : true;
    // The sheet lives as long as a component that needs it is mounted.
    useEffect(() => {
      singleton.add(styles);
      return () => singleton.remove();
    }, [key]); // eslint-disable-line react-hooks/exhaustive-deps -- as in the package: static styles are written once
  };
}

export function styleSingleton(): (props: { styles: string; dynamic?: boolean }) => null {
  const useStyle = styleHookSingleton();
  return function SingletonStyle({ styles, dynamic }) {
    useStyle(styles, dynamic);
    return null;
  };
}
