import { useEffect, useState } from 'react';

/** Which of the elements with these ids is being read: the last whose top has passed the upper third of the window. */
export function useCurrentSection(ids: readonly string[]): string | undefined {
  const [current, setCurrent] = useState(ids[0]);
  const key = ids.join(' ');
  // Scrolling happens outside React; the observer tells when a section crosses the line.
  useEffect(() => {
    const sections = key.split(' ').flatMap((id) => document.getElementById(id) ?? []);
    const update = () => setCurrent((sections.findLast((section) => section.getBoundingClientRect().top < window.innerHeight / 3) ?? sections[0])?.id);
    const observer = new IntersectionObserver(update, { rootMargin: '0px 0px -66% 0px' });
    for (const section of sections) observer.observe(section);
    return () => observer.disconnect();
  }, [key]);
  return current;
}
