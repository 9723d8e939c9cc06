import { useState, type PointerEvent } from 'react';
import { formatCount } from '../../lib/format.ts';
import { labelled, ticks } from './scale.ts';
import { useWidth } from './use-width.ts';

export interface Point {
  label: string;
  value: number;
}

interface PlotProps {
  kind: 'line' | 'bar';
  points: readonly Point[];
  /** One point that the text speaks of. */
  mark?: { index: number; text: string } | undefined;
  /** Indices drawn strongly in a bar plot; without it every bar is. */
  strong?: ReadonlySet<number> | undefined;
  /** What the plot shows, in a sentence. */
  summary: string;
  /** A number as its reader under the pointer sees it. */
  format?: (value: number) => string;
}

const height = 210;
const left = 36;
const top = 8;
const floor = 186;

/** One series, drawn at the container's width. Under the pointer each point says its name and number; the table says them to everybody else. */
export function Plot({ kind, points, mark, strong, summary, format = formatCount }: PlotProps) {
  const { ref, width } = useWidth(620);
  const [over, setOver] = useState<number | null>(null);
  const steps = ticks(Math.max(0, ...points.map(({ value }) => value)));
  const max = steps.at(-1) ?? 1;
  const y = (value: number) => floor - (value / max) * (floor - top);
  const slot = (width - left) / Math.max(1, kind === 'bar' ? points.length : points.length - 1);
  const x = (index: number) => left + index * slot + (kind === 'bar' ? slot / 2 : 0);
  const names = labelled(points.length, Math.max(2, Math.floor((width - left) / 90)));
  const path = points.map(({ value }, index) => `${x(index)},${y(value)}`).join(' ');
  const marked = mark && points[mark.index];
  const isMarkRight = mark !== undefined && x(mark.index) > width * 0.6;
  const pointed = over === null ? undefined : points[over];
  const onPointerMove = (event: PointerEvent<SVGSVGElement>) => {
    const along = event.clientX - event.currentTarget.getBoundingClientRect().left - left;
    const nearest = kind === 'bar' ? Math.floor(along / slot) : Math.round(along / slot);
    setOver(points.length === 0 ? null : Math.min(points.length - 1, Math.max(0, nearest)));
  };
  return (
    <div ref={ref} className="plot">
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={summary} onPointerMove={onPointerMove} onPointerDown={onPointerMove} onPointerLeave={() => setOver(null)}>
        <rect className="plot__ground" width={width} height={height} />
        {steps.map((step) => (
          <g key={step}>
            <line className={step === 0 ? 'axis' : 'grid'} x1={left} x2={width} y1={y(step)} y2={y(step)} />
            <text x={0} y={y(step) + 4}>{formatCount(step)}</text>
          </g>
        ))}
        {kind === 'line' && <polygon className="area" points={`${x(0)},${floor} ${path} ${x(points.length - 1)},${floor}`} />}
        {kind === 'line' && <polyline className="l1" points={path} />}
        {kind === 'bar' && points.map(({ label, value }, index) => (
          <rect key={label} className={strong && !strong.has(index) ? 's3' : 's1'} x={x(index) - slot * 0.4} width={slot * 0.8} y={y(value)} height={floor - y(value)} />
        ))}
        {points.map(({ label }, index) => names.has(index) && (
          <text key={label} x={x(index)} y={floor + 20} textAnchor={index === 0 && kind === 'line' ? 'start' : index === points.length - 1 && kind === 'line' ? 'end' : 'middle'}>{label}</text>
        ))}
        {mark && marked && pointed === undefined && (
          <>
            <circle className="s1" cx={x(mark.index)} cy={y(marked.value)} r={4} />
            <text className="lab" x={x(mark.index) + (isMarkRight ? -10 : 10)} y={y(marked.value) + 5} textAnchor={isMarkRight ? 'end' : 'start'}>{mark.text}</text>
          </>
        )}
        {over !== null && pointed !== undefined && (
          <>
            <line className="plot__rule" x1={x(over)} x2={x(over)} y1={top} y2={floor} />
            {kind === 'line' && <circle className="s1" cx={x(over)} cy={y(pointed.value)} r={4} />}
          </>
        )}
      </svg>
      {over !== null && pointed !== undefined && (
        <p className="plot__tip" aria-hidden="true" style={{ left: Math.min(width - 8, Math.max(8, x(over))), translate: `${x(over) > width * 0.7 ? -100 : x(over) < width * 0.3 ? 0 : -50}% 0` }}>
          <span className="t-2">{pointed.label}</span> {format(pointed.value)}
        </p>
      )}
    </div>
  );
}
