import { useId, type ReactNode } from 'react';

interface FiguresProps {
  title: string;
  /** What the numbers say, in a sentence. */
  summary: string;
  children: ReactNode;
}

/** A titled group of numbers, with what they say. */
export function Figures({ title, summary, children }: FiguresProps) {
  const id = useId();
  return (
    <section className="chart" aria-labelledby={id}>
      <h2 className="chart__title" id={id}>{title}</h2>
      <p className="chart__sum">{summary}</p>
      {children}
    </section>
  );
}
