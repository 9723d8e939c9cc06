import { TextPage } from '../text-page.tsx';

export default function Accessibility() {
  return (
    <TextPage
      title="Accessibility"
      description="How Pitchey works with keyboards, screen readers, zoom and reduced motion, and what is not good enough yet."
      lead="Everyone who makes or pays for films should be able to use this. The aim is WCAG 2.2, level AA, on every page."
      sections={[
        { heading: 'How it works', body: <><p>Everything can be reached and done with the keyboard. The focus is always visible, and after a page change it stands at the new page’s heading. The first Tab on each page offers to skip to the content.</p><p>Text can be enlarged to 200 per cent, and pages work at a width of 320 pixels. Colours meet the contrast of level AA in light and dark. Colour is never the only sign.</p></> },
        { heading: 'Keys', body: <p>Slash moves to the search box of the market. Signed in, Ctrl K or Cmd K opens search and actions. Escape closes what is open. Arrow keys move within tabs, menus and lists.</p> },
        { heading: 'Motion and themes', body: <p>Motion is short and shows where a thing came from. If your system asks for less motion there is none. Light and dark follow your system until you choose one.</p> },
        { heading: 'How we check', body: <p>Every page is tested automatically in light and dark, on wide and narrow screens, and the main journeys are tried by hand with the keyboard.</p> },
        { heading: 'What is not good enough yet', body: <p>A poster is described by its title only, not by what it shows. Pictures that members upload depend on the words they give them.</p> },
      ]}
    />
  );
}
